import { Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { MailSecrets } from '../mail-secrets';

const UNTIL = (at: string): string => `${at}::timestamptz + make_interval(days => ${LIMITS.publicLink.days})`;
const OPEN = namedQuery('public_link.open', `
  INSERT INTO public_link (token_hash, ticket_id, created_at, expires_at) VALUES ($1, $2, $3, ${UNTIL('$3')})
  ON CONFLICT (token_hash) DO UPDATE SET expires_at = excluded.expires_at`);
const FIND = namedQuery('public_link.find', 'SELECT ticket_id AS "ticketId" FROM public_link WHERE token_hash = $1 AND expires_at > $2');
const USED = namedQuery('public_link.used', `UPDATE public_link SET expires_at = ${UNTIL('$2')} WHERE token_hash = $1`);

/** The link that the form's own page shows: whoever sent the form has it, whether the address they gave is theirs or not. */
export const FORM_LINK = 'form';

/** Opens and finds customers' own pages; the token is derived, only its hash is stored. */
@Injectable()
export class PublicLinkRepository {
  constructor(
    private readonly database: Database,
    private readonly secrets: MailSecrets,
  ) {}

  /** Opens the page, or lets it live on. @param issue another link than that of the ticket's mails @returns the token */
  async open(ticketId: string, now: Date, issue?: string): Promise<string> {
    const token = this.secrets.linkToken(ticketId, issue);
    await this.database.rows(OPEN, [this.secrets.linkHash(token), ticketId, now]);
    return token;
  }

  /** The ticket of a token, or null for anything unknown or expired. */
  async find(token: string, now: Date): Promise<string | null> {
    if (!isToken(token)) return null;
    return (await this.database.one<{ ticketId: string }>(FIND, [this.secrets.linkHash(token), now]))?.ticketId ?? null;
  }

  /** Somebody acted on the page: the link lives on. */
  async used(token: string, now: Date): Promise<void> {
    await this.database.rows(USED, [this.secrets.linkHash(token), now]);
  }
}

/** Whether the text can be a token at all; nothing else is looked up. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
