// The load, in a process of its own: takes a LoadOrder on stdin, prints a LoadResult.
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';

export interface LoadOrder {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly warmSeconds: number;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** Requests, one after another on each connection; `{{key}}` in a body becomes a key of its own each time. */
  readonly requests: readonly { readonly path: string; readonly body?: string }[];
  /** Text that an answer must not hold. */
  readonly refused: string;
  /** Text that an answer must hold. */
  readonly wanted: string;
}
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were not what was asked for; the first of them. */
  readonly bad: number;
  readonly firstBad: string | null;
  readonly bytes: number;
}

/** Every so many answers one is read: reading all would take the processor from the server. */
const READ_EVERY = 20;
const WARM_REQUESTS = 1000;
const MOST_WARM_UPS = 10;

async function fire(order: LoadOrder, seconds: number, counted: { sent: number }): Promise<LoadResult> {
  let [answers, bad] = [0, 0];
  let firstBad: string | null = null;
  const result = await autocannon({
    url: order.url,
    connections: order.connections,
    duration: seconds,
    requests: [{
      method: order.method,
      headers: { ...order.headers },
      setupRequest: (request) => {
        const n = counted.sent++;
        const next = order.requests[n % order.requests.length]!;
        return { ...request, path: next.path, ...(next.body ? { body: next.body.replaceAll('{{key}}', `${process.pid}-${n}`) } : {}) };
      },
      onResponse: (status, body) => {
        if (answers++ % READ_EVERY !== 0 && status === 200) return;
        if (status === 200 && body.includes(order.wanted) && !body.includes(order.refused)) return;
        bad++;
        firstBad ??= `${status} ${body.slice(0, 300)}`;
      },
    }],
  });
  return {
    requests: result.requests.total, seconds: result.duration, p50: result.latency.p50, p99: result.latency.p99, bad: bad + result.errors + result.timeouts, firstBad,
    bytes: result.requests.total > 0 ? Math.round(result.throughput.total / result.requests.total) : 0,
  };
}

async function main(): Promise<void> {
  const order = JSON.parse(await text(process.stdin)) as LoadOrder;
  const counted = { sent: 0 };
  // By time and by number: a server that has answered little is measured cold.
  for (let i = 0; i < MOST_WARM_UPS && (i === 0 || counted.sent < WARM_REQUESTS); i++) await fire(order, order.warmSeconds, counted);
  process.stderr.write('measuring\n');
  process.stdout.write(JSON.stringify(await fire(order, order.seconds, counted)));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
