import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections: a port that a process is told of must still be free when it
 * opens it, and until then connections of all the others come and go.
 */
const [LOWEST, HIGHEST] = [15_000, 32_000];
const given = new Set<number>();

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });

/** A port of 127.0.0.1 that nobody has opened and that was not given before, for a process that is started next. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}
