/** One console on a socket, speaking graphql-transport-ws by hand. */
export interface Socket {
  /** Everything the server has sent since it let us in. */
  readonly received: readonly string[];
  /** Resolves when something received satisfies `wanted`; rejects when the socket closes first. */
  until(wanted: (message: string) => boolean): Promise<void>;
  /** Resolves when the server has answered a ping: it has then sent what it had to send. */
  settled(): Promise<void>;
  close(): void;
}

type Init = { protocols: string; headers: Record<string, string> };

/** Opens a socket and starts one subscription. @returns null when the server lets nobody in */
export async function follow(url: string, headers: Record<string, string>, query: string): Promise<Socket | null> {
  // Node's own WebSocket takes headers, which browsers do not allow and the types do not know.
  const socket = new (WebSocket as unknown as new (url: string, init: Init) => WebSocket)(`${url.replace(/^http/, 'ws')}/graphql`, { protocols: 'graphql-transport-ws', headers });
  const received: string[] = [];
  const waiting = new Set<() => void>();
  let closed = false;
  const wake = (): void => waiting.forEach((look) => look());
  socket.addEventListener('message', ({ data }) => {
    received.push(String(data));
    wake();
  });
  socket.addEventListener('close', () => {
    closed = true;
    wake();
  });
  // A refused upgrade is an error and then a close.
  socket.addEventListener('error', () => undefined);

  const until = (wanted: (message: string) => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = received.some(wanted);
        if (!found && !closed) return;
        waiting.delete(look);
        if (found) resolve();
        else reject(new Error('the socket closed'));
      };
      waiting.add(look);
      look();
    });
  const send = (message: object): void => socket.send(JSON.stringify(message));
  const count = (type: string): number => received.filter((m) => m.includes(`"type":"${type}"`)).length;
  const settled = async (): Promise<void> => {
    const before = count('pong');
    send({ type: 'ping' });
    await until(() => count('pong') > before);
  };

  const opened = await new Promise<boolean>((resolve) => {
    socket.addEventListener('open', () => resolve(true));
    socket.addEventListener('close', () => resolve(false));
  });
  if (!opened) return null;
  send({ type: 'connection_init' });
  try {
    await until((m) => m.includes('"connection_ack"'));
  } catch {
    return null;
  }
  send({ id: '1', type: 'subscribe', payload: { query } });
  await settled();
  return { received, until, settled, close: () => socket.close() };
}
