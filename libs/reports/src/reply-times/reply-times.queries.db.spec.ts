import { system, viewerOf, type StaffActor, type Viewer } from '@kaiku/kernel';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { PolicyBook } from '@kaiku/deadlines';
import { aCalendar, aPolicy, aTarget } from '@kaiku/deadlines/testing';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { AppendEntry, CreateTicket, SolveTicket, VoidReply } from '@kaiku/tickets';
import { staffIn } from '@kaiku/tickets/testing';
import fc from 'fast-check';
import { ReportsModule, ReplyTimesQueries, REPORT } from '../index';
import { Figure, GroupBy } from './reply-times.input';
import type { Quantile, ReplyTimesFigures, ReplyTimesReport } from './reply-times.rules';

const HOUR = 3_600_000;
const mail = system('intake');
let bench: TestBench;
let teams: string[];
let sanna: StaffActor;
let viewer: Viewer;
beforeAll(async () => {
  bench = await openBench({ imports: [AccessInMemoryModule, ReportsModule] });
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  teams = [(await aTeam(bench.db)).id, (await aTeam(bench.db)).id];
  sanna = await staffIn(bench.db, teams);
  viewer = viewerOf({ ...sanna, permissions: new Set([...sanna.permissions, REPORT.view]) }, 'reporting');
  await aCalendar(bench.db);
  await aPolicy(bench.db, [aTarget('first_reply', 4), aTarget('next_reply', 4)]);
  bench.get(PolicyBook).forget();
});

interface Story {
  readonly team: number;
  readonly kind: 'question' | 'complaint';
  readonly arrivesAfter: number;
  readonly then: 'reply' | 'bounce' | 'give_up' | 'silence';
  readonly after: number;
}
const story: fc.Arbitrary<Story> = fc.record({
  team: fc.nat({ max: 1 }), kind: fc.constantFrom('question', 'complaint'), arrivesAfter: fc.integer({ min: 0, max: 260 * 60 }),
  then: fc.constantFrom('reply', 'reply', 'reply', 'bounce', 'give_up', 'silence'), after: fc.integer({ min: 1, max: 60 * 60 }),
});

/** Plays stories from a Monday of October on, over the change of clocks; times in minutes. */
async function play(stories: readonly Story[]): Promise<void> {
  const start = Date.parse('2026-10-19T05:00:00Z');
  const steps = stories.flatMap((s, i) => [{ at: s.arrivesAfter, i, what: 'arrive' as const }, ...(s.then === 'silence' ? [] : [{ at: s.arrivesAfter + s.after, i, what: 'then' as const }])]);
  const ids = new Map<number, string>();
  for (const { at, i, what } of steps.sort((a, b) => a.at - b.at)) {
    const s = stories[i]!;
    const now = new Date(start + at * 60_000);
    bench.clock.set(now.toISOString());
    if (what === 'arrive') {
      const made = await bench.get(CreateTicket).run(mail, {
        kind: s.kind, channel: 'email', subject: 'Asia', language: 'fi', teamId: teams[s.team]!, receivedAt: now,
        entry: { kind: 'customer_message', visibility: 'public', authorKind: 'customer', channel: 'email', at: now, body: 'Haloo?', isCustomerContact: true },
      });
      ids.set(i, made.ticketId);
    } else if (s.then === 'give_up') {
      const [row] = await bench.db.sql<{ version: number }>('SELECT version FROM ticket WHERE id = $1', [ids.get(i)]);
      await bench.get(SolveTicket).run(sanna, { ticketId: ids.get(i), expectedVersion: row!.version, noReplyReason: 'Ei vaadi vastausta' });
    } else {
      const sent = await bench.get(AppendEntry).run(sanna, { ticketId: ids.get(i)!, entry: { kind: 'reply', visibility: 'public', authorKind: 'agent', authorStaffId: sanna.id, channel: 'email', at: now, body: 'Hei!', isHumanReply: true } });
      if (s.then === 'bounce' && !sent.follows) await bench.get(VoidReply).run(mail, { ticketId: ids.get(i)!, entryId: sent.entryId, why: 'bounced' });
    }
  }
}

const PERIOD = { metric: 'first_reply', from: '2026-10-19', to: '2026-11-02' } as const;
const groupsOf = (report: ReplyTimesReport): [GroupBy, string | null, ReplyTimesFigures][] => [
  ['all', null, report.overall],
  ...report.byKind.map((g): [GroupBy, string, ReplyTimesFigures] => ['kind', g.key, g.figures]),
  ...report.byTeam.map((g): [GroupBy, string, ReplyTimesFigures] => ['team', g.key, g.figures]),
  ...report.byDay.map((g): [GroupBy, string, ReplyTimesFigures] => ['day', g.key, g.figures]),
];

async function listed(figure: Figure, groupBy: GroupBy, key: string | null): Promise<{ ids: string[]; total: number }> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await bench.get(ReplyTimesQueries).cases(viewer, { ...PERIOD, figure, groupBy, key }, { first: 7, after: after ? (JSON.parse(Buffer.from(after, 'base64url').toString()) as string[]) : null });
    ids.push(...page.nodes.map((n) => n.id));
    if (!page.hasNextPage) return { ids, total: page.totalCount };
    after = page.endCursor;
  }
}

/** By the definition, one event at a time. */
function kaplanMeier(sample: readonly { ms: number; ended: boolean }[], p: number): Quantile | null {
  if (sample.length === 0) return null;
  const times = [...new Set(sample.map((s) => s.ms))].sort((a, b) => a - b);
  let alive = 1;
  for (const t of times) {
    const risk = sample.filter((s) => s.ms >= t).length;
    const ends = sample.filter((s) => s.ms === t && s.ended).length;
    alive *= 1 - ends / risk;
    if (ends > 0 && alive <= 1 - p + 1e-9) return { ms: t, atLeast: false };
  }
  return { ms: times.at(-1)!, atLeast: true };
}

test('each figure has exactly its cases, groups sum up, and the times are those of the definition', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 20 }), async (stories) => {
      await bench.db.sql('TRUNCATE ticket, deadline, deadline_event, deadline_reminder CASCADE');
      await play(stories);
      bench.clock.set('2026-11-01T20:00:00Z');
      const report = (await bench.get(ReplyTimesQueries).report(viewer, PERIOD))!;
      for (const [groupBy, key, figures] of groupsOf(report)) {
        for (const figure of Object.values(Figure)) {
          const list = await listed(figure, groupBy, key);
          expect([groupBy, key, figure, new Set(list.ids).size, list.total]).toEqual([groupBy, key, figure, figures[figure], figures[figure]]);
        }
        expect(figures.met + figures.late + figures.overdueOpen).toBe(figures.due);
      }
      for (const groups of [report.byKind, report.byTeam, report.byDay]) for (const figure of Object.values(Figure)) expect(groups.reduce((sum, g) => sum + g.figures[figure], 0)).toBe(report.overall[figure]);
      const rows = await bench.db.sql<{ ms: number; ended: boolean }>(`SELECT (extract(epoch FROM coalesce(stopped_at, '2026-11-01T20:00:00Z') - started_at) * 1000)::float8 AS ms, stopped_at IS NOT NULL AS ended FROM deadline WHERE metric = 'first_reply' AND state NOT IN ('cancelled', 'waived')`);
      expect(report.overall.calendarP50).toEqual(kaplanMeier(rows, 0.5));
      expect(report.overall.calendarP90).toEqual(kaplanMeier(rows, 0.9));
    }),
    { numRuns: 8, seed: 20_261_026 },
  );
});

test('who still waits is in the curve with the working time that has gone by', async () => {
  // Monday 10:00 in Helsinki; answered after an hour, and never.
  await play([{ team: 0, kind: 'question', arrivesAfter: 120, then: 'reply', after: 60 }, { team: 0, kind: 'question', arrivesAfter: 120, then: 'silence', after: 1 }]);
  bench.clock.set('2026-10-20T06:00:00Z');
  const { overall } = (await bench.get(ReplyTimesQueries).report(viewer, PERIOD))!;
  expect(overall).toMatchObject({ due: 2, met: 1, overdueOpen: 1, open: 1, workP50: { ms: HOUR, atLeast: false }, workP90: { ms: 8 * HOUR, atLeast: true }, calendarP90: { ms: 23 * HOUR, atLeast: true } });
});

test('nobody without the permission has any figure, and a period has an end after its beginning', async () => {
  const nobody = viewerOf({ ...sanna, permissions: new Set([...sanna.permissions].filter((p) => p !== REPORT.view)) });
  expect(await bench.get(ReplyTimesQueries).report(nobody, PERIOD)).toBeNull();
  await expect(bench.get(ReplyTimesQueries).report(viewer, { ...PERIOD, to: PERIOD.from })).rejects.toMatchObject({ code: 'input.invalid' });
  await expect(bench.get(ReplyTimesQueries).report(viewer, { ...PERIOD, from: '2026-13-01' })).rejects.toMatchObject({ code: 'input.invalid' });
});
