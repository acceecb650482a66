import { Readable } from 'node:stream';

/** Somebody else has taken the message over; nothing more may be sent. */
export class FenceLost extends Error {
  constructor() {
    super('the message is no longer ours to send');
    this.name = 'FenceLost';
  }
}

/**
 * A mail's bytes that wait for the database at both ends: before the first byte, until `started` is committed, and before the
 * end (the final dot), until `ending` is. nodemailer has no such hook; it reads this stream only after the server said 354.
 * @param started, ending resolve to false when the message is no longer ours: the stream then breaks before the dot.
 */
export function gatedBody(bytes: Buffer, started: () => Promise<boolean>, ending: () => Promise<boolean>): Readable {
  async function* parts(): AsyncGenerator<Buffer> {
    if (!(await started())) throw new FenceLost();
    yield bytes;
    if (!(await ending())) throw new FenceLost();
  }
  return Readable.from(parts(), { objectMode: false });
}
