import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';

const INSERT = namedQuery('mailbox.insert', 'INSERT INTO mailbox (id, address, name, team_id, default_kind, language, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)');

@Injectable()
export class MailboxRepository {
  constructor(private readonly database: Database) {}

  async insert(m: { id: string; address: string; name: string; teamId: string; defaultKind: string; language: string; createdAt: Date }): Promise<void> {
    await this.database.rows(INSERT, [m.id, m.address, m.name, m.teamId, m.defaultKind, m.language, m.createdAt]);
  }
}
