import { system } from '@kaiku/kernel';
import { PolicyBook } from '@kaiku/deadlines';
import { aCalendar, aPolicy, aReminderPlan, aTarget } from '@kaiku/deadlines/testing';
import { aTeam } from '@kaiku/staff/testing';
import { CreateTicket } from '../index';
import { openDesk, type Caller, type Desk } from '../testing/desk';

let desk: Desk;
let team: string;
let liisa: Caller;
beforeAll(async () => (desk = await openDesk()));
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.clear();
  desk.clock.set('2026-11-23T09:00:00.000Z');
  team = (await aTeam(desk.db)).id;
  liisa = await desk.signedIn({ teamIds: [team] });
  await aCalendar(desk.db);
  const reminderPlanId = await aReminderPlan(desk.db);
  await aPolicy(desk.db, [aTarget('first_reply', 4, { reminderPlanId }), aTarget('resolution', 18)], { kinds: ['question'] });
  await aPolicy(desk.db, [aTarget('statutory', 0, { unit: 'calendar_days', amount: 7 })], { kinds: ['privacy_request'] });
  desk.app.get(PolicyBook, { strict: false }).forget();
});

const opened = async (kind: 'question' | 'feedback' | 'privacy_request' = 'question'): Promise<string> =>
  (await desk.app.get(CreateTicket, { strict: false }).run(system('test'), {
    kind, channel: 'email', subject: 'Tilaus', language: 'fi', teamId: team, receivedAt: desk.clock.now(),
    entry: { kind: 'customer_message', visibility: 'public', authorKind: 'customer', at: desk.clock.now(), body: 'Haloo?', isCustomerContact: true },
  })).ticketId;
const CHIP = 'id metric cycle state startedAt dueAt warnAt breachedAt nextOpenAt consumedWorkMs targetWorkMs remainingWorkMs fixed';
const ticket = (id: string, who = liisa) => who.data(`query ($id: ID!) { ticket(id: $id) { version noPolicy nextDeadline { ${CHIP} } deadlines { ${CHIP} outcomeReason } } }`, { id }).then((d) => d.ticket);
const change = (name: 'fixDeadline' | 'waiveReply', input: object, who = liisa) =>
  who.ask(`mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on Ticket { version nextDeadline { ${CHIP} } } ... on Problem { code message } } }`, { input }).then(({ body }) => body.data?.[name] ?? body);
const HOUR = 3_600_000;

test('a chip has its numbers, and they go on with the working time only', async () => {
  const id = await opened();
  desk.clock.advance(HOUR);
  const { nextDeadline, deadlines, noPolicy } = await ticket(id);
  expect(nextDeadline).toMatchObject({ metric: 'FIRST_REPLY', state: 'RUNNING', dueAt: '2026-11-23T13:00:00.000Z', warnAt: '2026-11-23T12:12:00.000Z', consumedWorkMs: HOUR, targetWorkMs: 4 * HOUR, remainingWorkMs: 3 * HOUR, nextOpenAt: null });
  expect(deadlines.map((d: { metric: string }) => d.metric).toSorted()).toEqual(['FIRST_REPLY', 'RESOLUTION']);
  expect(noPolicy).toBe(false);
  desk.clock.set('2026-11-23T20:00:00.000Z');
  expect((await ticket(id)).nextDeadline).toMatchObject({ remainingWorkMs: -2 * HOUR, consumedWorkMs: 6 * HOUR, nextOpenAt: '2026-11-24T06:00:00.000Z' });
  const { tickets } = await liisa.data(`{ tickets(view: ALL_OPEN, first: 5) { nodes { nextDeadline { metric remainingWorkMs } } } }`);
  expect(tickets.nodes).toEqual([{ nextDeadline: { metric: 'FIRST_REPLY', remainingWorkMs: -2 * HOUR } }]);
});

test('a ticket nobody promised anything says so', async () => {
  expect(await ticket(await opened('feedback'))).toMatchObject({ noPolicy: true, nextDeadline: null, deadlines: [] });
});

test('a deadline explains itself, to those who see its ticket', async () => {
  const id = await opened();
  desk.clock.set('2026-11-24T08:00:00.000Z');
  const { nextDeadline } = await ticket(id);
  const ask = (who: Caller) => who.data(`query ($id: ID!) { explainDeadline(id: $id) { unit amount zone calendarName policyVersion deadline { id } events { seq type at ignored actor { name } } slices { from to openMs } pauses { from } reminders { step state fireAt } } }`, { id: nextDeadline.id }).then((d) => d.explainDeadline);
  expect(await ask(liisa)).toMatchObject({
    unit: 'BUSINESS_SECONDS', amount: 14_400, zone: 'Europe/Helsinki', calendarName: 'OFFICE', policyVersion: 1, events: [{ seq: 1, type: 'start', ignored: false, actor: null }],
    slices: [{ from: '2026-11-23T09:00:00.000Z', to: '2026-11-23T15:00:00.000Z', openMs: 6 * HOUR }, { from: '2026-11-24T06:00:00.000Z', to: '2026-11-24T08:00:00.000Z', openMs: 2 * HOUR }],
    reminders: [{ step: 'half', state: 'scheduled' }, { step: 'warn' }, { step: 'due' }],
  });
  expect(await ask(await desk.signedIn({ teamIds: [(await aTeam(desk.db)).id] }))).toBeNull();
});

test('a due time set by hand stays, is no later than the law allows, and is not set twice unseen', async () => {
  const id = await opened();
  const { nextDeadline } = await ticket(id);
  const fixed = { deadlineId: nextDeadline.id, dueAt: '2026-11-25T10:00:00.000Z', reason: 'Agreed by telephone', expectedVersion: 1 };
  expect(await change('fixDeadline', fixed)).toMatchObject({ __typename: 'Ticket', version: 2 });
  const byHand = (await ticket(id)).deadlines.find((d: { metric: string }) => d.metric === 'FIRST_REPLY');
  expect(byHand).toMatchObject({ fixed: true, dueAt: '2026-11-25T10:00:00.000Z' });
  // What it allows is working time, not the nights between.
  expect(byHand.targetWorkMs).toBe(byHand.consumedWorkMs + byHand.remainingWorkMs);
  expect(await change('fixDeadline', fixed)).toMatchObject({ __typename: 'TicketConflict' });
  expect(await change('fixDeadline', { ...fixed, dueAt: '2026-11-20T10:00:00.000Z' })).toMatchObject({ __typename: 'InvalidInput' });
  expect(await change('fixDeadline', { ...fixed, deadlineId: id })).toMatchObject({ __typename: 'DeadlineNotFound' });
  expect(await change('fixDeadline', fixed, await desk.signedIn({ teamIds: [(await aTeam(desk.db)).id] }))).toMatchObject({ __typename: 'DeadlineNotFound' });
  const legal = (await ticket(await opened('privacy_request'))).nextDeadline;
  expect(await change('fixDeadline', { ...fixed, deadlineId: legal.id, dueAt: '2026-12-20T10:00:00.000Z' })).toMatchObject({ __typename: 'DueAfterLegal' });
});

test('no reply needed: the clock is waived with its reason, once', async () => {
  const id = await opened();
  expect(await change('waiveReply', { ticketId: id, reason: 'Only thanks', expectedVersion: 1 })).toMatchObject({ __typename: 'Ticket', version: 2, nextDeadline: { metric: 'RESOLUTION' } });
  expect((await ticket(id)).deadlines.find((d: { metric: string }) => d.metric === 'FIRST_REPLY')).toMatchObject({ state: 'WAIVED', outcomeReason: 'Only thanks' });
  expect(await change('waiveReply', { ticketId: id, reason: 'Only thanks', expectedVersion: 2 })).toMatchObject({ __typename: 'NoReplyAwaited' });
});
