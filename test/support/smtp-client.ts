import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Sent {
  readonly accepted: boolean;
  /** Last answer of the server, or null when it hung up. */
  readonly answer: string | null;
}

/** Offers one mail as a relay would, over a plain socket; never throws for what the server says or does. */
export function offerMail(port: number, raw: Buffer, to: readonly string[], from = 'maija.virtanen@posti.example'): Promise<Sent> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const steps = ['EHLO relay.example', `MAIL FROM:<${from}>`, ...to.map((a) => `RCPT TO:<${a}>`), 'DATA'];
    let pending = '';
    let at = 0;
    let answer: string | null = null;
    const end = (accepted: boolean) => {
      socket.destroy();
      resolve({ accepted, answer });
    };
    socket.setEncoding('latin1');
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
    socket.on('data', (chunk: string) => {
      pending += chunk;
      for (let eol = pending.indexOf('\r\n'); eol >= 0; eol = pending.indexOf('\r\n')) {
        const line = pending.slice(0, eol);
        pending = pending.slice(eol + 2);
        if (line[3] === '-') continue;
        answer = line;
        if (!/^[23]/.test(line)) return end(false);
        if (at < steps.length) socket.write(`${steps[at++]}\r\n`);
        else if (at === steps.length) {
          at++;
          const text = raw.toString('latin1').replace(/^\./gm, '..');
          socket.write(Buffer.from(`${text}${text.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1'));
        } else return end(true);
      }
    });
  });
}

/** A proxy on one connection that watches what the server says and may keep an answer back. */
export class WatchingProxy {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  /** Called with each piece from the server; false keeps it, and the connection, back. */
  onAnswer: (text: string) => boolean = () => true;

  constructor(targetPort: number) {
    this.server = createServer((client) => {
      const target = connect(targetPort, '127.0.0.1');
      this.sockets.add(client).add(target);
      for (const s of [client, target]) s.on('error', () => undefined);
      client.pipe(target);
      target.on('data', (piece: Buffer) => {
        if (this.onAnswer(piece.toString('latin1'))) client.write(piece);
      });
      target.on('close', () => client.destroy());
      client.on('close', () => target.destroy());
    });
  }
  async listen(): Promise<number> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return (this.server.address() as { port: number }).port;
  }
  async close(): Promise<void> {
    for (const s of this.sockets) s.destroy();
    await new Promise((done) => this.server.close(done));
  }
}
