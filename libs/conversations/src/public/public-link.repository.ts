import { Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { MailSecrets } from '../mail-secrets';

const OPEN = namedQuery('public_link.open', `
  INSERT INTO public_link (token_hash, ticket_id, created_at, expires_at) VALUES ($1, $2, $3, $3::timestamptz + make_interval(days => ${LIMITS.publicLink.days}))
  ON CONFLICT (token_hash) DO UPDATE SET expires_at = excluded.expires_at`);
const FIND = namedQuery('public_link.find', 'SELECT ticket_id AS "ticketId" FROM public_link WHERE token_hash = $1 AND expires_at > $2');

/** Opens and finds customers' own pages; the token is derived, only its hash is stored. */
@Injectable()
export class PublicLinkRepository {
  constructor(
    private readonly database: Database,
    private readonly secrets: MailSecrets,
  ) {}

  /** Opens the page, or lets it live on. @returns the token */
  async open(ticketId: string, now: Date): Promise<string> {
    const token = this.secrets.linkToken(ticketId);
    await this.database.rows(OPEN, [this.secrets.linkHash(token), ticketId, now]);
    return token;
  }

  /** The ticket of a token, or null for anything unknown or expired. */
  async find(token: string, now: Date): Promise<string | null> {
    if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
    return (await this.database.one<{ ticketId: string }>(FIND, [this.secrets.linkHash(token), now]))?.ticketId ?? null;
  }
}
