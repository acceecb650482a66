import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { LIMITS, system, viewerOf } from '@kaiku/kernel';
import { Config, log, newTraceId, runInContext, DeliveryNewsTakers } from '@kaiku/platform';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { ReceiveMail } from '../commands/receive-mail';
import { MailSecrets } from '../mail-secrets';
import { MailboxQueries } from '../mailbox.queries';

const DOOR = system('smtp-door');

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/**
 * Takes mail for our mailboxes from a relay or a forwarding rule. 250 is said only after the raw mail is committed;
 * anything before that is a temporary refusal, and the sender keeps the mail.
 */
@Injectable()
export class SmtpDoor implements OnModuleDestroy {
  private server?: SMTPServer;

  constructor(
    private readonly config: Config,
    private readonly receive: ReceiveMail,
    private readonly mailboxes: MailboxQueries,
    private readonly secrets: MailSecrets,
    private readonly takers: DeliveryNewsTakers,
  ) {}

  /** Rejects with EADDRINUSE when the port is taken. @returns the port, or null when the door is off */
  async open(): Promise<number | null> {
    const { inPort, inHost, domain } = this.config.mail;
    if (inPort === 'off') return null;
    const server = new SMTPServer({
      name: domain,
      banner: 'Kaiku',
      size: LIMITS.mail.bytes,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      maxClients: 100,
      socketTimeout: 120_000,
      closeTimeout: 5_000,
      onRcptTo: (address, _session, callback) => void this.admits(address.address).then((ours) => callback(ours ? null : refusal(550, '5.1.1 No such mailbox here')), () => callback(refusal(451, '4.3.0 Try again later'))),
      onData: (stream, session, callback) => void this.take(stream, session).then((id) => callback(null, `2.0.0 Stored as ${id}`), (error: Error & { responseCode?: number }) => callback(error.responseCode ? error : refusal(451, '4.3.0 Try again later'))),
    });
    this.server = server;
    server.on('error', (err) => log.warn({ err }, 'smtp door'));
    return new Promise((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(inPort, inHost, () => resolve((server.server.address() as { port: number }).port));
    });
  }

  private async admits(address: string): Promise<boolean> {
    if (this.secrets.ticketIdOf(address) || this.takers.knows(address)) return true;
    const boxes = await this.mailboxes.all(viewerOf(DOOR, 'operations'));
    return boxes.some((m) => m.address === address.toLowerCase());
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.length;
      // What is too large is read to its end, so that the refusal can be said, but not kept.
      if (size <= LIMITS.mail.bytes) parts.push(part);
    }
    if (stream.sizeExceeded || size > LIMITS.mail.bytes) throw refusal(552, `5.3.4 Larger than ${LIMITS.mail.bytes} bytes`);
    const { mailFrom, rcptTo } = session.envelope;
    return runInContext({ traceId: newTraceId(), operation: 'smtp' }, async () => {
      try {
        return await this.receive.run(DOOR, { source: 'smtp', envelopeFrom: mailFrom ? mailFrom.address : null, envelopeTo: rcptTo.map((r) => r.address), bytes: Buffer.concat(parts) });
      } catch (err) {
        log.error({ err }, 'mail could not be stored; the sender keeps it');
        throw err;
      }
    });
  }

  async onModuleDestroy(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }
}
