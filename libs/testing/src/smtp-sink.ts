import { createHash } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createHttp, type Server as HttpServer } from 'node:http';

/** How the sink answers; a scenario may change it while mails come in. */
export type SinkMode = 'ok' | 'drop-after-dot' | '250-then-drop' | 'hang-after-dot' | '421-greeting' | '451-data' | '550-rcpt';

export interface Arrival {
  readonly at: number;
  readonly recipients: readonly string[];
  readonly messageId: string;
  readonly sha256: string;
  readonly raw: string;
}

/** A mail server of our own on plain sockets: it logs what it took and calls back at exact points of the protocol. */
export class SmtpSink {
  readonly arrivals: Arrival[] = [];
  mode: SinkMode = 'ok';
  /** Recipients that `550-rcpt` refuses. */
  refused = new Set<string>();
  /** Milliseconds before each 250 to a mail. */
  latencyMs = 0;
  /** The final dot is here and nothing is answered yet; return false to hold the answer back for good. */
  onDot: (arrival: Arrival) => boolean | void = () => true;
  /** The 250 to a mail has been written. */
  onAccepted: (arrival: Arrival) => void = () => undefined;
  private readonly server: Server;
  private readonly lookup: HttpServer;
  private readonly sockets = new Set<Socket>();

  constructor() {
    this.server = createServer((socket) => this.serve(socket));
    this.lookup = createHttp((request, response) => {
      const mid = new URL(request.url ?? '/', 'http://sink').searchParams.get('mid');
      response.writeHead(this.arrivals.some((a) => a.messageId === mid) ? 200 : 404).end();
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    await new Promise<void>((done) => this.lookup.listen(0, '127.0.0.1', done));
  }
  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }
  /** Stands for the relay's log: 200 for a Message-ID it has taken, else 404. */
  get lookupUrl(): string {
    return `http://127.0.0.1:${(this.lookup.address() as { port: number }).port}/seen`;
  }
  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
    await new Promise((done) => this.lookup.close(done));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    if (this.mode === '421-greeting') {
      socket.end('421 4.3.2 come back later\r\n');
      return;
    }
    let pending = '';
    let data: string | null = null;
    let recipients: string[] = [];
    socket.setEncoding('latin1');
    socket.write('220 sink\r\n');
    socket.on('data', (chunk: string) => {
      pending += chunk;
      for (;;) {
        if (data !== null) {
          const end = pending.startsWith('.\r\n') && data === '' ? 0 : pending.indexOf('\r\n.\r\n');
          if (end < 0) return;
          const raw = pending.slice(0, end + (end === 0 ? 0 : 2)).replace(/^\.\./gm, '.');
          pending = pending.slice(end + (end === 0 ? 3 : 5));
          data = null;
          this.take(socket, recipients, raw);
          recipients = [];
          continue;
        }
        const eol = pending.indexOf('\r\n');
        if (eol < 0) return;
        const line = pending.slice(0, eol);
        pending = pending.slice(eol + 2);
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === 'EHLO' || verb === 'HELO') socket.write('250-sink\r\n250 SIZE 60000000\r\n');
        else if (verb === 'RCPT') {
          const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
          if (this.mode === '550-rcpt' && this.refused.has(address)) socket.write('550 5.1.1 no such mailbox\r\n');
          else {
            recipients.push(address);
            socket.write('250 ok\r\n');
          }
        } else if (verb === 'DATA') {
          if (this.mode === '451-data') socket.write('451 4.3.0 not now\r\n');
          else {
            data = '';
            socket.write('354 go on\r\n');
          }
        } else if (verb === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  }

  private take(socket: Socket, recipients: string[], raw: string): void {
    const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
    const messageId = /^message-id:\s*(\S+)/im.exec(head)?.[1] ?? '';
    const arrival: Arrival = { at: Date.now(), recipients, messageId, sha256: createHash('sha256').update(raw).digest('hex'), raw };
    this.arrivals.push(arrival);
    if (this.onDot(arrival) === false || this.mode === 'hang-after-dot') return;
    if (this.mode === 'drop-after-dot') {
      socket.destroy();
      return;
    }
    const answer = () =>
      socket.write('250 2.0.0 taken\r\n', () => {
        this.onAccepted(arrival);
        if (this.mode === '250-then-drop') socket.destroy();
      });
    if (this.latencyMs > 0) setTimeout(answer, this.latencyMs);
    else answer();
  }
}
