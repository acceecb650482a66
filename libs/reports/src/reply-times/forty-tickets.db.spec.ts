import { newId, system, viewerOf, type StaffActor, type Viewer } from '@kaiku/kernel';
import { CallsModule, LogCall } from '@kaiku/calls';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { MergeSubjects, PolicyBook } from '@kaiku/deadlines';
import { aCalendar, aPolicy, aSubject, aTarget } from '@kaiku/deadlines/testing';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { AppendEntry, CreateTicket, SolveTicket, TellClocks, VoidReply, WaiveReply } from '@kaiku/tickets';
import { staffIn } from '@kaiku/tickets/testing';
import { ReportsModule, ReplyTimesQueries, REPORT } from '../index';
import { AUTUMN_SHEETS, COUNTED, SPRING_SHEETS, type Sheet } from '../testing/forty-figures';
import { AUTUMN, SPRING, type Promised, type Step, type Story } from '../testing/forty-tickets';
import { Figure, type GroupBy } from './reply-times.input';
import type { ReplyCase } from './reply-times.queries';
import type { Quantile, ReplyTimesFigures, ReplyTimesGroup } from './reply-times.rules';

const mail = system('intake');
let bench: TestBench;
const teamIds: Record<string, string> = {};
const agents: Record<string, StaffActor> = {};
let viewer: Viewer;

const instant = (at: string): Date => new Date(`2026-${at}:00`);
const span = (text: string): number => {
  const [hours, minutes] = text.replace(/[+>]/, '').split(':').map(Number);
  return (hours! * 60 + minutes!) * 60_000;
};

interface Told { readonly ticketId: string; readonly replyId: string | null }
const told = new Map<string, Told>();

beforeAll(async () => {
  bench = await openBench({ imports: [AccessInMemoryModule, CallsModule, ReportsModule] });
  await bench.db.clear();
  for (const name of ['A', 'B']) {
    const team = await aTeam(bench.db, { name });
    teamIds[name] = team.id;
    agents[name] = await staffIn(bench.db, [team.id]);
  }
  const everyTeam = await staffIn(bench.db, Object.values(teamIds), { roles: ['supervisor'] });
  viewer = viewerOf({ ...everyTeam, permissions: new Set([...everyTeam.permissions, REPORT.view]) }, 'reporting');
  await aCalendar(bench.db);
  await aPolicy(bench.db, [aTarget('acknowledge', 2), aTarget('first_reply', 8), aTarget('next_reply', 4)], { kinds: ['complaint'] });
  await aPolicy(bench.db, [aTarget('first_reply', 8), aTarget('next_reply', 4)]);
  bench.get(PolicyBook).forget();
});
afterAll(() => bench.close());

async function play(stories: readonly Story[]): Promise<void> {
  const steps = stories.flatMap((story) => story.steps.map(([at, step]) => ({ story, step, at: instant(at) })));
  for (const { story, step, at } of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    bench.clock.set(at.toISOString());
    await perform(story, step, at);
  }
}

async function perform(story: Story, step: Step, at: Date): Promise<void> {
  const { name, kind, team } = story;
  const teamId = teamIds[team]!;
  const agent = agents[team]!;
  const { ticketId, replyId } = told.get(name) ?? { ticketId: '', replyId: null };
  const said = { visibility: 'public', channel: 'email', at, body: 'Haloo?' } as const;
  const contact = { ...said, kind: 'customer_message', authorKind: 'customer', isCustomerContact: true } as const;
  const call = { idempotencyKey: newId(), number: null, direction: 'inbound', startedAt: at.toISOString(), endedAt: null, topic: 'order', note: 'Kysyi toimituksesta', outcome: 'needs_work', addToTicketId: ticketId };
  if (step.startsWith('is merged into ')) {
    const into = told.get(step.slice(-3))!;
    const facts = aSubject({ kind, teamId }).facts;
    await bench.get(MergeSubjects).run(agent, { from: { id: ticketId, kind: 'ticket' }, fromFacts: facts, into: { id: into.ticketId, kind: 'ticket' }, intoFacts: facts, entryId: newId() });
    return;
  }
  switch (step) {
    case 'arrives':
    case 'arrives, wants no answer': {
      const made = await bench.get(CreateTicket).run(mail, { kind: kind as 'question', channel: 'email', subject: name, language: 'fi', teamId, receivedAt: at, answerWanted: step === 'arrives', entry: contact });
      told.set(name, { ticketId: made.ticketId, replyId: null });
      return;
    }
    case 'phones and is helped': {
      const { ticketId: made } = await bench.get(LogCall).run(agent, { ...call, outcome: 'solved', addToTicketId: null });
      told.set(name, { ticketId: made!, replyId: null });
      return;
    }
    case 'gets a receipt':
      return bench.get(TellClocks).run(mail, ticketId, [{ type: 'ack', at, entryId: newId(), automatic: true }]);
    case 'is answered':
    case 'is answered and solved': {
      const entry = { ...said, kind: 'reply', authorKind: 'agent', authorStaffId: agent.id, isHumanReply: true } as const;
      const sent = await bench.get(AppendEntry).run(agent, { ticketId, entry, thenStatus: step === 'is answered' ? 'keep' : 'solved' });
      if (sent.follows) throw new Error(`${name} has ended`);
      told.set(name, { ticketId, replyId: sent.entryId });
      return;
    }
    case 'bounces':
      expect(await bench.get(VoidReply).run(mail, { ticketId, entryId: replyId!, why: 'bounced' })).toBe(true);
      return;
    case 'writes':
      expect(await bench.get(AppendEntry).run(mail, { ticketId, entry: contact })).toMatchObject({ follows: false });
      return;
    case 'phones':
      await bench.get(LogCall).run(agent, call);
      return;
    case 'is phoned':
      await bench.get(LogCall).run(agent, { ...call, direction: 'outbound' });
      return;
    case 'needs no reply':
      await bench.get(WaiveReply).run(agent, { ticketId, expectedVersion: await versionOf(ticketId), reason: 'Kiitos vain' });
      return;
    case 'is solved without a word':
    case 'is solved by a machine':
      await bench.get(SolveTicket).run(step === 'is solved by a machine' ? mail : agent, { ticketId, expectedVersion: await versionOf(ticketId), noReplyReason: 'Ei vaadi vastausta' });
      return;
  }
}

const versionOf = async (ticketId: string): Promise<number> => (await bench.db.sql<{ version: number }>('SELECT version FROM ticket WHERE id = $1', [ticketId]))[0]!.version;

const hours = (quantile: Quantile | null): string | null => {
  if (!quantile) return null;
  const minutes = quantile.ms / 60_000;
  return `${quantile.atLeast ? '>' : ''}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};
const countsOf = (f: ReplyTimesFigures) => [f.due, f.met, f.late, f.overdueOpen, f.cancelled, f.waived, f.metInContact, f.arrived, f.open];
const timesOf = (f: ReplyTimesFigures) => (f.workP50 ? [f.workP50, f.workP90, f.calendarP50, f.calendarP90].map(hours) : null);
const shown = (groups: readonly ReplyTimesGroup[]) => Object.fromEntries(groups.filter(({ figures: f }) => countsOf(f).some((n) => n > 0)).map((g) => [g.label, [countsOf(g.figures), timesOf(g.figures)]]));

async function listed(sheet: Sheet, figure: Figure, groupBy: GroupBy, key: string | null): Promise<readonly ReplyCase[]> {
  const { metric, from, to } = sheet;
  const page = await bench.get(ReplyTimesQueries).cases(viewer, { metric, from, to, figure, groupBy, key }, { first: 100, after: null });
  expect([figure, key, page.totalCount]).toEqual([figure, key, page.nodes.length]);
  return page.nodes;
}

/** Every figure against the sheet, and every list against the stories. */
async function holds(sheet: Sheet, stories: readonly Story[], now: string): Promise<void> {
  const report = (await bench.get(ReplyTimesQueries).report(viewer, { metric: sheet.metric, from: sheet.from, to: sheet.to }))!;
  const { overall } = report;
  expect([sheet.metric, [overall.share, overall.shareLow, overall.shareHigh].map((part) => Math.round(part! * 10_000) / 10_000)]).toEqual([sheet.metric, sheet.share]);
  expect([countsOf(overall), timesOf(overall)]).toEqual(sheet.overall);
  expect(shown(report.byKind)).toEqual(sheet.byKind);
  expect(shown(report.byTeam)).toEqual(sheet.byTeam);
  expect(shown(report.byDay)).toEqual(sheet.byDay);

  const promised = stories.flatMap((story) => (story[sheet.metric] ? [{ story, is: story[sheet.metric] as Promised }] : []));
  const names = new Map([...told].map(([name, { ticketId }]) => [ticketId, name]));
  const measured = (is: Promised): boolean => ['met', 'late', 'open'].includes(is[3]);
  const belongs: Record<Figure, (is: Promised) => boolean> = {
    ...(Object.fromEntries(Object.entries(COUNTED).map(([outcome, figure]) => [figure, (is: Promised) => is[3] === outcome && instant(is[2]) <= instant(now)])) as Record<Figure, (is: Promised) => boolean>),
    due: (is) => measured(is) && instant(is[2]) <= instant(now), arrived: measured, open: (is) => is[3] === 'open',
  };
  for (const figure of Object.values(Figure)) {
    const cases = await listed(sheet, figure, 'all', null);
    const expected = promised.filter(({ is }) => belongs[figure](is));
    expect([figure, cases.map((c) => names.get(c.ticketId)).sort()]).toEqual([figure, expected.map(({ story }) => story.name).sort()]);
    for (const { story, is } of expected) {
      const found = cases.find((c) => names.get(c.ticketId) === story.name)!;
      expect([story.name, found.workMs, found.calendarMs, new Date(found.dueAt!)]).toEqual([story.name, span(is[0]), span(is[1]), instant(is[2])]);
    }
    for (const [groupBy, groups] of [['kind', report.byKind], ['team', report.byTeam], ['day', report.byDay]] as const)
      for (const { key, figures } of groups) expect([figure, key, (await listed(sheet, figure, groupBy, key)).length]).toEqual([figure, key, figures[figure]]);
  }
}

test('forty tickets over both changes of clocks and Easter: every figure is the one worked out by hand, and every list has its tickets', async () => {
  expect(SPRING.length + AUTUMN.length).toBe(40);
  await play(SPRING);
  bench.clock.set(instant('04-10T12:00+03').toISOString());
  for (const sheet of SPRING_SHEETS) await holds(sheet, SPRING, '04-10T12:00+03');
  await play(AUTUMN);
  bench.clock.set(instant('10-30T12:00+02').toISOString());
  for (const sheet of AUTUMN_SHEETS) await holds(sheet, AUTUMN, '10-30T12:00+02');
}, 60_000);
