import { Injectable } from '@nestjs/common';
import type { Attempt } from '@kaiku/kernel';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Readable } from 'node:stream';
import { Config } from '../config/config';
import { log } from '../observability/logger';
import { FenceLost } from './gated-body';

interface Refusal extends Error {
  code?: string;
  responseCode?: number;
  rejected?: string[];
  rejectedErrors?: (Error & { recipient?: string; responseCode?: number })[];
}

/** Speaks SMTP for one mail. Says what is known, never guesses: an error after the final dot is no answer, not a refusal. */
@Injectable()
export class SmtpSender {
  constructor(private readonly config: Config) {}

  /** False in an installation without SMTP_URL: mail waits, and health says so. */
  get configured(): boolean {
    return this.config.mail.outUrl !== undefined;
  }

  /** @param dotSent whether the end of the mail has gone out, asked when the connection breaks */
  async send(envelope: { from: string; to: readonly string[] }, body: Readable, dotSent: () => boolean): Promise<Attempt> {
    const connection = new SMTPConnection(this.options());
    // Errors after the answer are of no interest, but an unheard one would end the process.
    let failed: (error: Refusal) => void = () => undefined;
    connection.on('error', (error: Refusal) => failed(error));
    connection.on('end', () => failed(Object.assign(new Error('the server hung up'), { code: 'ECONNECTION' })));
    try {
      return await new Promise<Attempt>((resolve, reject) => {
        failed = reject;
        body.once('error', reject);
        connection.connect((connectError) => {
          if (connectError) return reject(connectError);
          const deliver = () =>
            connection.send({ from: envelope.from, to: [...envelope.to] }, body, (error, info) => {
              if (error) return reject(error);
              resolve({ result: 'accepted', refused: refusedOf(info as unknown as Refusal) });
            });
          const auth = this.credentials();
          if (auth) connection.login(auth, (error) => (error ? reject(error) : deliver()));
          else deliver();
        });
      });
    } catch (error) {
      if (error instanceof FenceLost) throw error;
      return this.judge(error as Refusal, dotSent());
    } finally {
      body.destroy();
      connection.close();
    }
  }

  private judge(error: Refusal, dotSent: boolean): Attempt {
    const response = error.responseCode;
    if (response && response >= 400 && response < 600) return { result: 'refused', code: String(response), permanent: response >= 500, refused: refusedOf(error) };
    log.debug({ code: error.code, dotSent }, 'no answer from the mail server');
    return { result: 'no_answer', dotSent, code: error.code ?? 'ENOANSWER' };
  }

  private options(): ConstructorParameters<typeof SMTPConnection>[0] {
    const url = new URL(this.config.mail.outUrl!);
    const secure = url.protocol === 'smtps:';
    return {
      host: url.hostname, port: Number(url.port || (secure ? 465 : 587)), secure,
      requireTLS: url.searchParams.get('requireTLS') === 'true',
      name: this.config.mail.domain,
      connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: this.config.mail.dotSeconds * 1000,
      logger: false, disableFileAccess: true, disableUrlAccess: true,
    } as ConstructorParameters<typeof SMTPConnection>[0];
  }

  private credentials(): { user: string; credentials: { user: string; pass: string } } | null {
    const url = new URL(this.config.mail.outUrl!);
    if (!url.username) return null;
    const user = decodeURIComponent(url.username);
    return { user, credentials: { user, pass: decodeURIComponent(url.password) } };
  }
}

function refusedOf(info: Refusal): ReadonlyMap<string, string> {
  return new Map((info.rejectedErrors ?? []).filter((e) => e.recipient).map((e) => [e.recipient!, String(e.responseCode ?? 'refused')]));
}
