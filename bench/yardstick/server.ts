// L0, the bare yardstick: node:http and pg, one statement for each page, the rows of each command in one transaction.
// No sessions, rights, masks, read log, limits or log lines: what the product costs beyond this is what it gives beyond it.
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Pool } from 'pg';
import { QUEUE } from './queue.sql';
import { TICKET } from './ticket.sql';
import { createTicket, reply, type Desk } from './writes';

const { DATABASE_URL, BENCH_PORT, BENCH_DESK } = process.env;
const desk = JSON.parse(BENCH_DESK!) as Desk & { readonly teamId: string };
const options = '-c role=kaiku_app -c timezone=UTC';
// As many connections as the product has for the same.
const reads = new Pool({ connectionString: DATABASE_URL, max: 10, options });
const writes = new Pool({ connectionString: DATABASE_URL, max: 12, options });
const tomorrow = new Date(Date.now() + 86_400_000);

async function answer(request: IncomingMessage): Promise<string> {
  const url = request.url ?? '/';
  if (url === '/queue') return (await reads.query<{ answer: string }>({ name: 'queue', text: QUEUE, values: [desk.teamId, desk.agentId, tomorrow] })).rows[0]!.answer;
  if (url.startsWith('/ticket/')) return (await reads.query<{ answer: string }>({ name: 'ticket', text: TICKET, values: [Number(url.slice(8)), desk.agentId] })).rows[0]!.answer;
  if (url === '/create') return JSON.stringify({ data: await createTicket(writes, desk, await text(request)) });
  if (url === '/reply') return JSON.stringify({ data: await reply(writes, desk, await text(request)) });
  return '{}';
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body),
    (error: Error) => response.writeHead(500).end(JSON.stringify({ error: error.message })),
  );
});
server.listen(Number(BENCH_PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
