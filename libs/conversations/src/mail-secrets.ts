import { createHash, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@kaiku/platform';
import { outboundIdOf, replyAddress, signedMessageId, ticketIdOfReplyAddress } from './mail/message-ids';

/** Keys for addresses, message ids and public links, each derived for its own use from the one secret. */
@Injectable()
export class MailSecrets {
  private readonly mail: Buffer;
  private readonly links: Buffer;

  constructor(config: Config) {
    this.mail = derive(config.secret, 'mail');
    this.links = derive(config.secret, 'public-link');
  }

  /** For {@link composeMail}, which signs by itself. */
  get mailKey(): Buffer {
    return this.mail;
  }
  messageId(outboundId: string, domain: string): string {
    return signedMessageId(outboundId, domain, this.mail);
  }
  outboundIdOf(messageId: string): string | null {
    return outboundIdOf(messageId, this.mail);
  }
  replyAddress(ticketId: string, domain: string): string {
    return replyAddress(ticketId, domain, this.mail);
  }
  ticketIdOf(address: string): string | null {
    return ticketIdOfReplyAddress(address, this.mail);
  }
  /** The token of a ticket's public page: made again whenever a mail needs it, so that it is stored nowhere. 256 bits. @param issue another link to the same page */
  linkToken(ticketId: string, issue?: string): string {
    return Buffer.from(hkdfSync('sha256', this.links, ticketId, issue === undefined ? 'public-link' : `public-link ${issue}`, 32)).toString('base64url');
  }
  linkHash(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }
}

export const derive = (secret: string, use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'kaiku', use, 32));
