import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';

const IS_STAFF = namedQuery('sender.is_staff', 'SELECT 1 AS yes FROM staff_member WHERE email = lower($1) AND active');
const TICKET_BY_NUMBER = namedQuery('sender.ticket_by_number', 'SELECT id FROM ticket WHERE number = $1');

/** What the doors need to know of people and tickets; only system actors ask. */
@Injectable()
export class SenderQueries {
  constructor(private readonly database: Database) {}

  async isStaff(_viewer: Viewer, address: string): Promise<boolean> {
    return (await this.database.one(IS_STAFF, [address])) !== null;
  }
  async ticketByNumber(_viewer: Viewer, number: number): Promise<string | null> {
    return (await this.database.one<{ id: string }>(TICKET_BY_NUMBER, [number]))?.id ?? null;
  }
}
