import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { newId } from '@kaiku/kernel';
import { Config, log } from '@kaiku/platform';
import { SMTPServer } from 'smtp-server';
import { parseMail } from '../mail';

export interface CaughtMail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly attachments: readonly { name: string; type: string; size: number }[];
  readonly raw: string;
}

/** The demo's outgoing mail server: takes everything, delivers nothing, keeps it as files to be read at /dev/mail. */
@Injectable()
export class MailCatcher implements OnModuleDestroy {
  private server?: SMTPServer;

  constructor(private readonly config: Config) {}

  private get folder(): string {
    return join(this.config.dataFolder, 'caught-mail');
  }

  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const server = new SMTPServer({
      name: 'catcher',
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: 60 * 1024 * 1024,
      logger: false,
      onData: (stream, session, callback) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          void this.keep(Buffer.concat(parts), mailFrom ? mailFrom.address : '', rcptTo.map((r) => r.address)).then((id) => callback(null, `kept as ${id}`), (error: Error) => callback(error));
        });
      },
    });
    this.server = server;
    server.on('error', (err) => log.warn({ err }, 'mail catcher'));
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(this.config.mail.catcherPort, '127.0.0.1', () => resolve());
    });
  }

  private async keep(raw: Buffer, from: string, to: readonly string[]): Promise<string> {
    const id = newId();
    const path = join(this.folder, id);
    await writeFile(`${path}.json`, JSON.stringify({ at: new Date().toISOString(), from, to }));
    await writeFile(`${path}.part`, raw);
    await rename(`${path}.part`, `${path}.eml`);
    return id;
  }

  /** Newest first; `limit` at most. */
  async list(limit = 100): Promise<readonly CaughtMail[]> {
    const names = (await readdir(this.folder).catch(() => [])).filter((n) => n.endsWith('.eml')).sort().reverse().slice(0, limit);
    return Promise.all(names.map((name) => this.read(name.slice(0, -4))));
  }

  private async read(id: string): Promise<CaughtMail> {
    const raw = await readFile(join(this.folder, `${id}.eml`));
    const envelope = JSON.parse(await readFile(join(this.folder, `${id}.json`), 'utf8')) as { at: string; from: string; to: string[] };
    const mail = await parseMail(raw);
    return {
      id, ...envelope, subject: mail.subject, text: mail.text ?? '', headers: Object.fromEntries(headerLines(raw)), raw: raw.toString('latin1'),
      attachments: mail.attachments.map((a) => ({ name: a.name, type: a.declaredType, size: a.bytes.length })),
    };
  }

  async onModuleDestroy(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }
}

/** Header fields as sent, unfolded, by lower-case name. */
function headerLines(raw: Buffer): Map<string, string[]> {
  const text = raw.toString('latin1');
  const head = text.slice(0, text.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, ' ');
  const fields = new Map<string, string[]>();
  for (const line of head.split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at > 0) fields.set(line.slice(0, at).toLowerCase(), [...(fields.get(line.slice(0, at).toLowerCase()) ?? []), line.slice(at + 1).trim()]);
  }
  return fields;
}
