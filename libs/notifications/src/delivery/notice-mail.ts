import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { message, Config } from '@kaiku/platform';
import MimeComposer from 'nodemailer/lib/mail-composer';
import type { Delivery } from './delivery.rules';
import { textOf } from './notice-texts';

/** Makes the mail to a colleague; the same delivery makes the same mail, Message-ID and date included. */
@Injectable()
export class NoticeMail {
  private readonly key: Buffer;

  constructor(private readonly config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', config.secret, 'kaiku', 'notice-mail', 32));
  }

  async compose(delivery: Delivery): Promise<Buffer> {
    const { locale, ticketNumber, name, email } = delivery;
    const { title, detail } = textOf(delivery, this.config.timeZone);
    const link = new URL(ticketNumber === null ? '/' : `/t/${ticketNumber}`, this.config.http.publicUrl).href;
    return new MimeComposer({
      // Nobody reads an answer to it, and an answer must not open a ticket.
      from: { name: this.config.organisation, address: `no-reply@${this.config.mail.domain}` },
      to: [{ name, address: email }],
      subject: title,
      text: `${[title, detail, link, `-- \n${message(locale, 'notice.footer', { organisation: this.config.organisation })}`].filter(Boolean).join('\n\n')}\n`,
      messageId: this.messageId(delivery.id),
      date: new Date(delivery.releaseAt),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile().build();
  }

  /** `<n.ID.MAC@domain>`: a copy that is sent twice shows once, and nobody else can make one. */
  messageId(deliveryId: string): string {
    const mac = createHmac('sha256', this.key).update(deliveryId).digest().subarray(0, 15).toString('hex');
    return `<n.${deliveryId.replaceAll('-', '')}.${mac}@${this.config.mail.domain}>`;
  }
}
