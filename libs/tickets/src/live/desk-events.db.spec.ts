import { createClient, type Client } from 'graphql-ws';
import { Database, RequestScopes } from '@kaiku/platform';
import { newId, system } from '@kaiku/kernel';
import { aTeam } from '@kaiku/staff/testing';
import request from 'supertest';
import WebSocket from 'ws';
import { AnnounceTicket, AssignTicket, TagTicket, UpdateTicket, type DeskEvent } from '../index';
import { aTicket, staffIn, type BuiltTicket } from '../testing';
import { openDesk, type Caller, type Desk } from '../testing/desk';
import { DeskFollower } from './desk-follower';

let desk: Desk;
let team: string;
let other: string;
let liisa: Caller;
const job = system('test');
const following: AsyncIterableIterator<DeskEvent>[] = [];
beforeAll(async () => (desk = await openDesk(40)));
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.clear();
  await desk.db.sql('ALTER SEQUENCE outbox_position_seq RESTART');
  [team, other] = [(await aTeam(desk.db)).id, (await aTeam(desk.db)).id];
  liisa = await desk.signedIn({ teamIds: [team] });
});
afterEach(async () => {
  for (const each of following.splice(0)) await each.return?.();
});

async function follow(who: Caller, after: string | null): Promise<AsyncIterableIterator<DeskEvent>> {
  const scope = await desk.app.get(RequestScopes, { strict: false }).from(who.cookie.replace('kaiku=', ''), undefined, '127.0.0.1');
  const events = desk.app.get(DeskFollower, { strict: false }).follow(scope, after);
  following.push(events);
  return events;
}
const one = async (events: AsyncIterableIterator<DeskEvent>): Promise<DeskEvent> => (await events.next()).value as DeskEvent;
const take = async (events: AsyncIterableIterator<DeskEvent>, count: number): Promise<DeskEvent[]> => {
  const taken: DeskEvent[] = [];
  while (taken.length < count) taken.push(await one(events));
  return taken;
};
const announce = (ticketId: string) => desk.app.get(AnnounceTicket, { strict: false }).run(job, ticketId);
const get = <T>(type: abstract new (...args: never[]) => T): T => desk.app.get(type, { strict: false });

test('events stand in the order of their commits, whatever order they were written in; a reconnect misses and repeats nothing', async () => {
  const tickets: BuiltTicket[] = [];
  for (let i = 0; i < 8; i++) tickets.push(await aTicket(desk.db, { teamId: team }));
  const live = await follow(liisa, '0');
  const release: (() => void)[] = [];
  let written = 0;
  let allWritten!: () => void;
  const ready = new Promise<void>((resolve) => (allWritten = resolve));
  const work = tickets.map((ticket, i) =>
    get(Database).transaction(async () => {
      await get(TagTicket).run(job, { ticketId: ticket.id, expectedVersion: 1, add: ['erä'], remove: [] });
      const held = new Promise<void>((resolve) => (release[i] = resolve));
      if (++written === tickets.length) allWritten();
      await held;
    }));
  await ready;
  const order = [5, 0, 7, 3, 1, 6, 2, 4];
  for (const i of order) {
    release[i]!();
    await work[i];
    await Promise.all([desk.sequence(), desk.sequence()]);
  }
  const heard = await take(live, 8);
  expect(heard.map((e) => e.ticketId)).toEqual(order.map((i) => tickets[i]!.id));
  expect(heard.map((e) => e.version)).toEqual(heard.map(() => 2));
  for (const after of ['0', heard[2]!.cursor]) expect(await take(await follow(liisa, after), after === '0' ? 8 : 5)).toEqual(after === '0' ? heard : heard.slice(3));
});

test('many at once: each follower hears all, in order, versions of a ticket without a gap', async () => {
  const ticket = await aTicket(desk.db, { teamId: team });
  const followers = [await follow(liisa, '0'), await follow(liisa, null), await follow(liisa, '0')];
  const edits = Array.from({ length: 40 }, (_, i) => get(TagTicket).run(job, { ticketId: ticket.id, expectedVersion: 1, add: i < 30 ? [`t${i}`] : [], remove: i >= 30 ? [`t${i - 30}`] : [] }).then(() => desk.sequence()));
  await Promise.all(edits);
  await desk.sequence();
  const [{ count }] = (await desk.db.sql<{ count: number }>('SELECT count(*)::integer AS count FROM outbox_event')) as [{ count: number }];
  for (const follower of [followers[0]!, followers[2]!]) {
    const heard = await take(follower, count);
    expect(heard.map((e) => e.version)).toEqual(Array.from({ length: count }, (_, i) => i + 2));
    expect(heard.map((e) => Number(e.cursor))).toEqual(heard.map((e) => Number(e.cursor)).toSorted((a, b) => a - b));
  }
});

test('one hears of one\'s teams, of what is assigned to one and of what leaves, and of nothing else', async () => {
  const mine = await aTicket(desk.db, { teamId: team });
  const foreign = await aTicket(desk.db, { teamId: other });
  const boss = await staffIn(desk.db, [], { roles: ['supervisor'] });
  const events = await follow(liisa, '0');
  await announce(foreign.id);
  await get(AssignTicket).run(boss, { ticketId: foreign.id, expectedVersion: 1, assigneeId: boss.id });
  await get(UpdateTicket).run(boss, { ticketId: mine.id, expectedVersion: 1, teamId: other });
  await announce(mine.id);
  await desk.db.sql('UPDATE ticket SET assignee_id = $2 WHERE id = $1', [foreign.id, liisa.id]);
  await announce(foreign.id);
  await desk.sequence();
  const heard = await take(events, 2);
  expect(heard.map((e) => [e.kind, e.ticketNumber, e.changed, e.actorId])).toEqual([['TICKET', mine.number, ['team', 'entries'], boss.id], ['TICKET', foreign.number, ['entries'], null]]);
  expect(Object.keys(heard[0]!).sort()).toEqual(['actorId', 'changed', 'cursor', 'kind', 'ticketId', 'ticketNumber', 'version']);
});

describe('RESYNC', () => {
  test.each([['malformed', 'abc'], ['longer than a number', '9'.repeat(30)], ['from another desk', '999999'], ['negative', '-1'], ['a NUL', '\u0000']])('a cursor that is %s', async (_, cursor) => {
    const ticket = await aTicket(desk.db, { teamId: team });
    await announce(ticket.id);
    await desk.sequence();
    const events = await follow(liisa, cursor);
    const first = await one(events);
    expect(first).toMatchObject({ kind: 'RESYNC', ticketId: null, cursor: expect.stringMatching(/^\d+$/) });
    await announce(ticket.id);
    await desk.sequence();
    expect(await one(events)).toMatchObject({ kind: 'TICKET', ticketId: ticket.id });
  });

  test('a cursor older than the oldest row that is kept', async () => {
    const ticket = await aTicket(desk.db, { teamId: team });
    for (let i = 0; i < 4; i++) await announce(ticket.id);
    await desk.sequence();
    const [first, second] = await desk.db.sql<{ position: string }>('SELECT position FROM outbox_event ORDER BY position');
    await desk.db.sql('DELETE FROM outbox_event WHERE position <= $1', [second!.position]);
    expect((await one(await follow(liisa, first!.position))).kind).toBe('RESYNC');
    expect((await one(await follow(liisa, second!.position))).kind).toBe('TICKET');
  });
});

describe('rights', () => {
  test('a team taken away is not heard of any more, a team given is, on the open line', async () => {
    const [old, given] = [await aTicket(desk.db, { teamId: team }), await aTicket(desk.db, { teamId: other })];
    const events = await follow(liisa, '0');
    await desk.db.sql('UPDATE team_member SET team_id = $1 WHERE staff_id = $2', [other, liisa.id]);
    let heard: DeskEvent | undefined;
    const next = one(events).then((event) => (heard = event));
    // Until the new team is heard of, the rights have not been looked at again.
    while (!heard) {
      await announce(given.id);
      await desk.sequence();
      await request(desk.url).get('/desk-events').set('cookie', liisa.cookie);
    }
    expect((await next).ticketId).toBe(given.id);
    await announce(old.id);
    await announce(given.id);
    await desk.sequence();
    const cursor = heard.cursor;
    const later = await take(await follow(liisa, cursor), 1);
    expect(later[0]!.ticketId).toBe(given.id);
    for (const event of await take(events, 1)) expect(event.ticketId).toBe(given.id);
  });

  test('a session that ends is told once, and the line ends', async () => {
    const events = await follow(liisa, '0');
    await desk.db.sql('DELETE FROM session WHERE id = $1', [liisa.sessionId]);
    expect((await one(events)).kind).toBe('SIGNED_OUT');
    expect((await events.next()).done).toBe(true);
  });

  test('a deactivated colleague is told, too', async () => {
    const events = await follow(liisa, '0');
    await desk.db.sql('UPDATE staff_member SET active = false, deactivated_at = now() WHERE id = $1', [liisa.id]);
    expect((await one(events)).kind).toBe('SIGNED_OUT');
  });
});

describe('over the wire', () => {
  let client: Client | undefined;
  afterEach(() => client?.dispose());
  const connect = (who: Caller, closed?: (code: number) => void): Client => {
    class WithCookie extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { cookie: who.cookie, origin: desk.url } });
      }
    }
    return (client = createClient({ url: `${desk.url.replace('http', 'ws')}/graphql`, webSocketImpl: WithCookie, retryAttempts: 0, on: { closed: (event) => closed?.((event as { code: number }).code) } }));
  };
  const QUERY = 'subscription ($after: String) { deskEvents(after: $after) { cursor kind ticketNumber ticketId version changed actorId } }';

  test('a console hears of a change, and its socket closes with its session', async () => {
    const ticket = await aTicket(desk.db, { teamId: team });
    let code: number | undefined;
    const over = new Promise<void>((resolve) => connect(liisa, (c) => { code = c; resolve(); }));
    const heard = client!.iterate<{ deskEvents: DeskEvent }>({ query: QUERY, variables: { after: '0' } });
    const first = heard.next();
    await announce(ticket.id);
    await desk.sequence();
    expect((await first).value.data.deskEvents).toEqual({ cursor: expect.any(String), kind: 'TICKET', ticketNumber: ticket.number, ticketId: ticket.id, version: 1, changed: ['entries'], actorId: null });
    await desk.db.sql('DELETE FROM session WHERE id = $1', [liisa.sessionId]);
    expect((await heard.next()).value.data.deskEvents.kind).toBe('SIGNED_OUT');
    await over;
    expect(code).toBe(4401);
  });

  test('the same by plain HTTP, for whose socket is blocked', async () => {
    const ticket = await aTicket(desk.db, { teamId: team });
    const hidden = await aTicket(desk.db, { teamId: other });
    const ask = (after?: string) => request(desk.url).get(`/desk-events${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`).set('cookie', liisa.cookie);
    await announce(hidden.id);
    await desk.sequence();
    const { body: start } = await ask();
    expect(start.events).toEqual([expect.objectContaining({ kind: 'RESYNC' })]);
    await announce(ticket.id);
    await announce(hidden.id);
    await announce(ticket.id);
    await desk.sequence();
    const { body } = await ask(start.events[0].cursor);
    expect(body.events.map((e: DeskEvent) => [e.kind, e.ticketId])).toEqual([['TICKET', ticket.id], ['TICKET', ticket.id]]);
    expect((await ask(body.events[1].cursor)).body.events).toEqual([]);
    expect((await ask(newId())).body.events[0].kind).toBe('RESYNC');
    expect((await request(desk.url).get('/desk-events')).status).toBe(401);
  });
});
