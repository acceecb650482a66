import type { Metric } from '../engine';
import type { PolicySheet } from '../policy-book';
import type { Signal, SubjectFacts } from '../signals';
import { aTarget, everything, someFacts, testDesk, testSheet } from '../testing/sheet';
import type { Cycle } from './cycle';
import { workIn } from './subject.rules';

/** Helsinki, winter: OFFICE is open 06:00–15:00Z. Monday is 2026-11-16. */
const at = (text: string): Date => new Date(`2026-11-${text}:00Z`);

const SHEET = testSheet([
  { id: 'complaint', holds: (a) => a.kind === 'complaint', targets: [aTarget('acknowledge', 9), aTarget('first_reply', 9), aTarget('first_reply', 2, { priority: 'urgent' }), aTarget('next_reply', 9),
    aTarget('progress_update', 0, { unit: 'calendar_days', amount: 7 }), aTarget('decision', 0, { unit: 'calendar_days', amount: 14, roll: 'preceding' }), aTarget('resolution', 40)] },
  { id: 'privacy', holds: (a) => a.kind === 'privacy_request', targets: [aTarget('acknowledge', 27, { automaticAck: false }), aTarget('statutory', 0, { unit: 'calendar_months', amount: 1, roll: 'following' }), aTarget('resolution', 40)] },
  { id: 'question', holds: (a) => a.kind === 'question' || a.kind === 'feedback' || a.kind === 'call', targets: [aTarget('first_reply', 18), aTarget('first_reply', 4, { priority: 'urgent', retargetGraceMs: 1_800_000 }), aTarget('next_reply', 18), aTarget('resolution', 40), aTarget('callback', 4)] },
]);

/** A ticket lived through turn by turn: each turn is one save. */
class Story {
  cycles: readonly Cycle[] = [];
  facts: SubjectFacts;
  private now = at('16T08:00');

  constructor(more: Partial<SubjectFacts> = {}, private readonly sheet: PolicySheet = SHEET) {
    this.facts = someFacts(more);
  }

  turn(when: string, ...signals: readonly Signal[]): this {
    this.now = at(when);
    const work = workIn(this.cycles, this.facts, signals, testDesk(this.sheet, this.now));
    this.cycles = work.all();
    for (const s of signals) {
      if (s.type === 'reply') this.facts = { ...this.facts, hasHumanReply: true };
      if (s.type === 'attributes') this.facts = { ...this.facts, ...s.after };
    }
    this.facts = { ...this.facts, status: work.status };
    return this;
  }

  open(more: Partial<Extract<Signal, { type: 'opened' }>> = {}): this {
    return this.turn('16T08:00', { type: 'opened', at: at('16T08:00'), contactEntryId: 'c1', byAgent: false, ...more });
  }

  /** `metric#cycle: state outcome`, started and stopped as hours of November. */
  seen(...metrics: readonly Metric[]): string[] {
    const work = workIn(this.cycles, this.facts, [], testDesk(this.sheet, this.now));
    return work.all(...metrics).map((cycle) => {
      const s = work.state(cycle);
      return [`${cycle.metric}#${cycle.cycleNo} ${s.state}`, s.outcome ?? s.outcomeReason, `${hour(s.startedAt)}–${hour(s.stoppedAt)}`].filter(Boolean).join(' ');
    });
  }

  state(metric: Metric) {
    const work = workIn(this.cycles, this.facts, [], testDesk(this.sheet, this.now));
    return work.state(work.all(metric).at(-1)!);
  }
}

const hour = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString().slice(8, 16));
const reply = (when: string, entryId: string, more: Partial<Extract<Signal, { type: 'reply' }>> = {}): Signal => ({ type: 'reply', at: at(when), entryId, ...more });
const contact = (when: string, entryId: string): Signal => ({ type: 'contact', at: at(when), entryId });
const status = (when: string, from: string, to: string, by: 'agent' | 'system' | 'customer' = 'agent'): Signal => ({ type: 'status', at: at(when), from, to, by });
const voided = (when: string, entryId: string): Signal => ({ type: 'void', at: at(when), entryId });

describe('first reply', () => {
  it('begins with the customer and ends with a person; a machine ends nothing but the acknowledgement', () => {
    const s = new Story({ kind: 'complaint' }).open().turn('16T08:01', { type: 'ack', at: at('16T08:01'), entryId: 'm1', automatic: true });
    expect(s.seen('acknowledge', 'first_reply')).toEqual(['acknowledge#1 met automatic 16T08:00–16T08:01', 'first_reply#1 running 16T08:00–']);
    s.turn('16T11:00', reply('16T11:00', 'r1'));
    expect(s.seen('first_reply')).toEqual(['first_reply#1 met replied 16T08:00–16T11:00']);
    expect(s.state('first_reply').usedMs).toBe(3 * 3_600_000);
  });
  it('is not promised when no answer is wanted; if they write again the next reply is', () => {
    const s = new Story({ kind: 'feedback', answerWanted: false }).open();
    expect(s.seen('first_reply', 'next_reply')).toEqual([]);
    expect(s.turn('16T10:00', contact('16T10:00', 'c2')).seen('first_reply', 'next_reply')).toEqual(['next_reply#1 running 16T10:00–']);
  });
  it('is not owed when we wrote first; the first answer of the customer opens the next reply', () => {
    const s = new Story({ hasHumanReply: true }).open({ contactEntryId: null, byAgent: true });
    expect(s.seen()).toEqual(['resolution#1 running 16T08:00–']);
    expect(s.turn('16T10:00', contact('16T10:00', 'c2')).seen('first_reply', 'next_reply')).toEqual(['next_reply#1 running 16T10:00–']);
  });
  it('never stands: reply and waiting in one save is met, waiting alone runs on', () => {
    const s = new Story().open().turn('16T09:00', status('16T09:00', 'new', 'waiting_customer'));
    expect(s.seen('first_reply')).toEqual(['first_reply#1 running 16T08:00–']);
    expect(s.turn('16T10:00', reply('16T10:00', 'r1'), status('16T10:00', 'open', 'waiting_customer')).seen('first_reply')).toEqual(['first_reply#1 met replied 16T08:00–16T10:00']);
  });
  it('ends cancelled when a ticket is solved without a word, under the name of who did it', () => {
    expect(new Story().open().turn('16T09:00', status('16T09:00', 'new', 'solved')).seen('first_reply')).toEqual(['first_reply#1 cancelled no_reply 16T08:00–16T09:00']);
    expect(new Story().open().turn('16T09:00', status('16T09:00', 'new', 'solved', 'customer')).seen('first_reply')).toEqual(['first_reply#1 cancelled solved_by_customer 16T08:00–16T09:00']);
  });
  it('solved by a machine is self-served; the reopening opens the next reply, ten minutes long', () => {
    const s = new Story().open().turn('16T09:05', status('16T09:05', 'new', 'solved', 'system')).turn('20T14:00', contact('20T14:00', 'c2'), status('20T14:00', 'solved', 'open', 'customer')).turn('20T14:10', reply('20T14:10', 'r1'));
    expect(s.seen('first_reply', 'next_reply')).toEqual(['first_reply#1 cancelled self_served 16T08:00–16T09:05', 'next_reply#1 met replied 20T14:00–20T14:10']);
    expect(s.state('next_reply').usedMs).toBe(600_000);
  });
  it('is there only once', () => {
    const s = new Story().open().turn('16T09:00', reply('16T09:00', 'r1')).turn('16T10:00', contact('16T10:00', 'c2')).turn('16T11:00', reply('16T11:00', 'r2')).turn('16T12:00', contact('16T12:00', 'c3'));
    expect(s.seen('first_reply', 'next_reply')).toEqual(['first_reply#1 met replied 16T08:00–16T09:00', 'next_reply#1 met replied 16T10:00–16T11:00', 'next_reply#2 running 16T12:00–']);
  });
});

describe('next reply', () => {
  const answered = () => new Story().open().turn('16T09:00', reply('16T09:00', 'r1'));
  it('runs from the oldest unanswered message; further ones restart nothing', () => {
    expect(answered().turn('16T10:00', contact('16T10:00', 'c2')).turn('16T11:00', contact('16T11:00', 'c3')).seen('next_reply')).toEqual(['next_reply#1 running 16T10:00–']);
  });
  it('is waived when no reply is needed', () => {
    expect(answered().turn('16T10:00', contact('16T10:00', 'c2')).turn('16T11:00', { type: 'waive', at: at('16T11:00'), reason: 'said thanks' }).seen('next_reply')).toEqual(['next_reply#1 waived said thanks 16T10:00–16T11:00']);
  });
});

describe('a reply that never arrived', () => {
  it('counts as none: the clock runs from its original start, and is late at its original due time', () => {
    const s = new Story({}, testSheet([everything({ first_reply: aTarget('first_reply', 1) })])).open().turn('16T08:30', reply('16T08:30', 'r1')).turn('16T10:30', voided('16T10:30', 'r1'));
    expect(s.seen()).toEqual(['first_reply#1 running 16T08:00–']);
    expect(hour(s.state('first_reply').breachedAt)).toBe('16T09:00');
  });
  it('folds back what was opened since', () => {
    const s = new Story().open().turn('16T09:00', reply('16T09:00', 'r1')).turn('16T10:00', contact('16T10:00', 'c2')).turn('16T11:00', voided('16T11:00', 'r1'));
    expect(s.seen('first_reply', 'next_reply')).toEqual(['first_reply#1 running 16T08:00–', 'next_reply#1 cancelled folded_back 16T10:00–16T10:00']);
    expect(s.turn('16T12:00', reply('16T12:00', 'r1')).seen('first_reply')).toEqual(['first_reply#1 met replied 16T08:00–16T12:00']);
    expect(s.turn('16T13:00', contact('16T13:00', 'c3')).seen('next_reply')).toEqual(['next_reply#1 cancelled folded_back 16T10:00–16T10:00', 'next_reply#2 running 16T13:00–']);
  });
  it('gives way to another answer that stands, given when no clock ran', () => {
    const s = new Story().open().turn('16T09:00', reply('16T09:00', 'r1')).turn('16T09:30', reply('16T09:30', 'r2')).turn('16T11:00', voided('16T11:00', 'r1'));
    expect(s.seen('first_reply')).toEqual(['first_reply#1 met replied 16T08:00–16T09:30']);
  });
  it('gives way to a later answer of the next clock, which it takes in; clocks after that stay', () => {
    const s = new Story().open().turn('16T09:00', reply('16T09:00', 'r1')).turn('16T10:00', contact('16T10:00', 'c2')).turn('16T11:00', reply('16T11:00', 'r2')).turn('16T12:00', contact('16T12:00', 'c3')).turn('16T13:00', voided('16T13:00', 'r1'));
    expect(s.seen('first_reply', 'next_reply')).toEqual(['first_reply#1 met replied 16T08:00–16T11:00', 'next_reply#1 cancelled folded_back 16T10:00–16T10:00', 'next_reply#2 running 16T12:00–']);
  });
  it('voided twice is voided once', () => {
    const s = new Story().open().turn('16T09:00', reply('16T09:00', 'r1')).turn('16T11:00', voided('16T11:00', 'r1')).turn('16T12:00', voided('16T12:00', 'r1'));
    expect(s.seen('first_reply')).toEqual(['first_reply#1 running 16T08:00–']);
    expect(s.cycles.find((c) => c.metric === 'first_reply')!.events.map((e) => e.type)).toEqual(['start', 'stop', 'correct']);
  });
  it('takes the solution it founded with it', () => {
    const s = new Story({ kind: 'complaint' }).open().turn('16T09:00', reply('16T09:00', 'r1'), status('16T09:00', 'new', 'solved'));
    expect(s.seen('resolution', 'decision', 'first_reply')).toEqual(expect.arrayContaining(['resolution#1 met solved 16T08:00–16T09:00', 'decision#1 met solved 16T08:00–16T09:00']));
    s.turn('16T11:00', voided('16T11:00', 'r1'), status('16T11:00', 'solved', 'open'));
    expect(s.seen('resolution', 'decision', 'first_reply').toSorted()).toEqual(['decision#1 running 16T08:00–', 'first_reply#1 running 16T08:00–', 'resolution#1 running 16T08:00–']);
  });
  it('acknowledges nothing when the receipt bounced', () => {
    const s = new Story({ kind: 'complaint' }).open().turn('16T08:01', { type: 'ack', at: at('16T08:01'), entryId: 'm1', automatic: true }).turn('16T08:10', voided('16T08:10', 'm1'));
    expect(s.seen('acknowledge')).toEqual(['acknowledge#1 running 16T08:00–']);
  });
});

describe('acknowledgement', () => {
  it('by a machine counts only where the target says so', () => {
    const s = new Story({ kind: 'privacy_request' }).open().turn('16T08:01', { type: 'ack', at: at('16T08:01'), entryId: 'm1', automatic: true });
    expect(s.seen('acknowledge')).toEqual(['acknowledge#1 running 16T08:00–']);
    expect(s.turn('16T09:00', reply('16T09:00', 'r1')).seen('acknowledge')).toEqual(['acknowledge#1 met replied 16T08:00–16T09:00']);
  });
  it('has no new cycle when the ticket is reopened', () => {
    const s = new Story({ kind: 'complaint' }).open().turn('16T09:00', reply('16T09:00', 'r1'), status('16T09:00', 'new', 'solved')).turn('17T09:00', contact('17T09:00', 'c2'), status('17T09:00', 'solved', 'open', 'customer'));
    expect(s.seen('acknowledge')).toHaveLength(1);
  });
});

describe('resolution', () => {
  it('stands while the customer is waited for, and not for a third party unless promised so', () => {
    const s = new Story().open().turn('16T09:00', status('16T09:00', 'new', 'waiting_customer'));
    expect(s.seen('resolution')).toEqual(['resolution#1 paused 16T08:00–']);
    s.turn('16T12:00', status('16T12:00', 'waiting_customer', 'waiting_third_party'));
    expect(s.seen('resolution')).toEqual(['resolution#1 running 16T08:00–']);
    expect(s.state('resolution').usedMs).toBe(3_600_000);
  });
  it('solved while it stands has its pause closed first', () => {
    const s = new Story().open().turn('16T09:00', reply('16T09:00', 'r1'), status('16T09:00', 'new', 'waiting_customer')).turn('16T12:00', status('16T12:00', 'waiting_customer', 'solved'));
    expect(s.seen('resolution')).toEqual(['resolution#1 met solved 16T08:00–16T12:00']);
    expect(s.state('resolution').usedMs).toBe(3_600_000);
  });
  it('has a new cycle when it is reopened; the old one keeps its result', () => {
    const s = new Story().open().turn('16T09:00', reply('16T09:00', 'r1'), status('16T09:00', 'new', 'solved')).turn('17T09:00', contact('17T09:00', 'c2'), status('17T09:00', 'solved', 'open', 'customer'));
    expect(s.seen('resolution')).toEqual(['resolution#1 met solved 16T08:00–16T09:00', 'resolution#2 running 17T09:00–']);
  });
  it.each(['spam', 'merged'])('%s is no solution', (to) => {
    expect(new Story().open().turn('16T09:00', status('16T09:00', 'new', to)).seen()).toEqual([`first_reply#1 cancelled ${to} 16T08:00–16T09:00`, `resolution#1 cancelled ${to} 16T08:00–16T09:00`]);
  });
  it('taken for spam by mistake, everything runs as if nothing had been', () => {
    const s = new Story().open().turn('16T09:00', status('16T09:00', 'new', 'spam')).turn('16T10:00', status('16T10:00', 'spam', 'open'));
    expect(s.seen()).toEqual(['first_reply#1 running 16T08:00–', 'resolution#1 running 16T08:00–']);
  });
});

describe('progress', () => {
  it('begins with what the customer is told, again and again, and stands while the customer is waited for', () => {
    const s = new Story({ kind: 'complaint' }).open();
    expect(s.seen('progress_update')).toEqual([]);
    s.turn('16T08:01', { type: 'ack', at: at('16T08:01'), entryId: 'm1', automatic: true }).turn('17T09:00', reply('17T09:00', 'r1')).turn('18T09:00', reply('18T09:00', 'r2'), status('18T09:00', 'open', 'waiting_customer'));
    expect(s.seen('progress_update')).toEqual(['progress_update#1 met replied 16T08:01–17T09:00', 'progress_update#2 met replied 17T09:00–18T09:00', 'progress_update#3 paused 18T09:00–']);
    expect(s.turn('19T09:00', status('19T09:00', 'waiting_customer', 'solved')).seen('progress_update').at(-1)).toBe('progress_update#3 cancelled solved 18T09:00–19T09:00');
  });
  it('begun by an answer that never arrived is folded into the one before', () => {
    const s = new Story({ kind: 'complaint' }).open().turn('17T09:00', reply('17T09:00', 'r1')).turn('18T09:00', reply('18T09:00', 'r2')).turn('18T12:00', voided('18T12:00', 'r2'));
    expect(s.seen('progress_update')).toEqual(['progress_update#1 running 17T09:00–', 'progress_update#2 cancelled folded_back 18T09:00–18T09:00']);
  });
});

describe('decision and limits of the law', () => {
  it('interim answers do not decide; a decision does', () => {
    const s = new Story({ kind: 'complaint' }).open().turn('17T09:00', reply('17T09:00', 'r1'));
    expect(s.seen('decision')).toEqual(['decision#1 running 16T08:00–']);
    expect(s.turn('18T09:00', { type: 'done', at: at('18T09:00'), metric: 'decision', entryId: 'd1' }).seen('decision')).toEqual(['decision#1 met done 16T08:00–18T09:00']);
    expect(s.turn('18T12:00', voided('18T12:00', 'd1')).seen('decision')).toEqual(['decision#1 running 16T08:00–']);
  });
  it('a statutory limit stands only by a named suspension, and neither status nor priority moves it', () => {
    const s = new Story({ kind: 'privacy_request' }).open().turn('16T09:00', status('16T09:00', 'new', 'waiting_customer'));
    const due = s.state('statutory').legalDueAt;
    expect(s.seen('statutory')).toEqual(['statutory#1 running 16T08:00–']);
    s.turn('16T10:00', { type: 'attributes', at: at('16T10:00'), before: s.facts, after: { ...s.facts, priority: 'urgent' } });
    expect(s.state('statutory').legalDueAt).toBe(due);
    expect(s.turn('17T09:00', { type: 'suspend', at: at('17T09:00'), metric: 'statutory', reason: 'identity_check' }).seen('statutory')).toEqual(['statutory#1 suspended 16T08:00–']);
    expect(s.turn('18T09:00', { type: 'unsuspend', at: at('18T09:00'), metric: 'statutory' }).seen('statutory')).toEqual(['statutory#1 running 16T08:00–']);
    expect(s.turn('19T09:00', reply('19T09:00', 'r1'), status('19T09:00', 'open', 'solved')).seen('statutory')).toEqual(['statutory#1 running 16T08:00–']);
    expect(s.turn('19T10:00', { type: 'done', at: at('19T10:00'), metric: 'statutory', entryId: null }).seen('statutory')).toEqual(['statutory#1 met done 16T08:00–19T10:00']);
  });
});

describe('calls', () => {
  it('answered and written down hours later: met in contact, and nothing was ever late', () => {
    const s = new Story({ kind: 'call', channel: 'phone' }, testSheet([everything({ first_reply: aTarget('first_reply', 1) })]));
    s.turn('16T13:40', { type: 'opened', at: at('16T08:02'), contactEntryId: 'e1', byAgent: false }, { type: 'in_contact', at: at('16T08:02'), answeredAt: at('16T08:03'), entryId: 'e1' });
    expect(s.seen()).toEqual(['first_reply#1 met met_in_contact 16T08:02–16T08:03']);
    expect([s.state('first_reply').usedMs, s.state('first_reply').breachedAt]).toEqual([60_000, null]);
  });
  it('a promise to call back is due when it was promised for, stays through messages, and is kept by a connected call', () => {
    const s = new Story({ kind: 'call' }).open().turn('16T09:00', { type: 'promised', at: at('16T09:00'), metric: 'callback', dueAt: at('17T07:00'), entryId: 'e1' }).turn('16T10:00', reply('16T10:00', 'r1'));
    expect(s.seen('callback')).toEqual(['callback#1 running 16T09:00–']);
    expect(hour(s.state('callback').dueAt)).toBe('17T07:00');
    s.turn('16T11:00', { type: 'promised', at: at('16T11:00'), metric: 'callback', dueAt: at('18T07:00'), entryId: 'e2' });
    expect(hour(s.state('callback').dueAt)).toBe('18T07:00');
    expect(s.turn('17T12:00', reply('17T12:00', 'r2', { call: true })).seen('callback')).toEqual(['callback#1 met called 16T09:00–17T12:00']);
  });
  it('a missed call promises an answer and a call back by the policy; attempts given up are waived', () => {
    const s = new Story({ kind: 'call' }).open().turn('16T08:00', { type: 'promised', at: at('16T08:00'), metric: 'callback', dueAt: null, entryId: 'c1' });
    expect(hour(s.state('callback').dueAt)).toBe('16T12:00');
    expect(s.turn('16T12:00', { type: 'given_up', at: at('16T12:00'), metric: 'callback', reason: 'attempts' }).seen('callback')).toEqual(['callback#1 waived attempts 16T08:00–16T12:00']);
  });
});

describe('a field that policies ask for changes', () => {
  const changed = (s: Story, when: string, more: Partial<SubjectFacts>): Story => s.turn(when, { type: 'attributes', at: at(when), before: s.facts, after: { ...s.facts, ...more } });
  it('a higher priority keeps what was used, with the grace when it is used up', () => {
    expect(hour(changed(new Story().open(), '16T09:00', { priority: 'urgent' }).state('first_reply').dueAt)).toBe('16T12:00');
    const late = changed(new Story().open(), '16T13:00', { priority: 'urgent' }).state('first_reply');
    expect([hour(late.dueAt), late.breachedByRetarget]).toEqual(['16T13:30', true]);
  });
  it('a tag that no policy asks for moves nothing', () => {
    expect(changed(new Story().open(), '16T09:00', { tags: ['new'] }).cycles.flatMap((c) => c.events.map((e) => e.type))).toEqual(['start', 'start']);
  });
  it('what becomes a complaint has its decision due from its own beginning; what is no complaint any more owes none', () => {
    const s = changed(new Story().open(), '17T09:00', { kind: 'complaint' });
    expect(s.seen('decision', 'first_reply')).toEqual(['first_reply#1 running 16T08:00–', 'decision#1 running 16T08:00–']);
    expect(changed(s, '17T10:00', { kind: 'question' }).seen('decision')).toEqual(['decision#1 cancelled not_promised 16T08:00–17T10:00']);
  });
  it('clocks finish when no policy matches any more, and none start', () => {
    const s = changed(new Story().open(), '16T09:00', { kind: 'survey' });
    expect(s.seen('first_reply')).toEqual(['first_reply#1 running 16T08:00–']);
    s.turn('16T10:00', reply('16T10:00', 'r1')).turn('16T11:00', contact('16T11:00', 'c2'));
    expect(s.seen('first_reply', 'next_reply')).toEqual(['first_reply#1 met replied 16T08:00–16T10:00']);
  });
});

test('a clock that cannot be computed is in error, and what happens goes on being written down', () => {
  const s = new Story({}, testSheet([everything({ first_reply: aTarget('first_reply', 1, { calendarId: 'GONE' }) })])).open();
  expect([s.state('first_reply').state, s.state('first_reply').error]).toEqual(['error', 'calendar.never_open']);
  s.turn('16T09:00', reply('16T09:00', 'r1'));
  expect(s.cycles[0]!.events.map((e) => e.type)).toEqual(['start', 'stop']);
});
