import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@kaiku/platform';

const MARK = /([0-9a-f]{32})-([0-9a-f]{24})/;
const MESSAGE_ID = /^<inv-([0-9a-f-]{36})\.([0-9a-f]{24})@[^<>\s@]+>$/;

/** Ids in survey mail that only we can make: nobody can report a bounce of a mail we never sent. */
@Injectable()
export class MailMarks {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', config.secret, 'kaiku', 'survey-mail', 32));
  }

  /** The same for each try of an invitation, so that a relay can be asked for it. */
  messageId(invitationId: string, domain: string): string {
    return `<inv-${invitationId}.${this.mark(invitationId)}@${domain}>`;
  }
  /** Envelope sender: what cannot be delivered comes back to it and says by it which mail it was. */
  returnPath(invitationId: string, domain: string): string {
    return `s-${invitationId.replaceAll('-', '')}-${this.mark(invitationId)}@${domain}`;
  }
  idOfMessage(messageId: string): string | null {
    const [, id, mark] = MESSAGE_ID.exec(messageId) ?? [];
    return id && mark && this.is(id, mark) ? id : null;
  }
  idOfReturnPath(address: string): string | null {
    const [, hex, mark] = (address.toLowerCase().startsWith('s-') && MARK.exec(address.toLowerCase())) || [];
    if (!hex || !mark) return null;
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    return this.is(id, mark) ? id : null;
  }

  private mark(id: string): string {
    return createHmac('sha256', this.key).update(`invitation\u0000${id}`).digest('hex').slice(0, 24);
  }
  private is(id: string, mark: string): boolean {
    return timingSafeEqual(Buffer.from(this.mark(id)), Buffer.from(mark));
  }
}
