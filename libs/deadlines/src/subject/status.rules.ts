import type { Metric } from '../engine';
import type { Signal } from '../signals';
import { isOpenState, standing } from './cycle';
import { REPLY_CHAIN } from './chain.rules';
import type { SubjectWork } from './subject-work';

type StatusSignal = Extract<Signal, { type: 'status' }>;

/** Words under which a clock ends without having been kept. */
export const NO_REPLY: Readonly<Record<StatusSignal['by'], string>> = { agent: 'no_reply', system: 'self_served', customer: 'solved_by_customer' };
const ENDED: readonly string[] = ['solved', 'closed'];
const AWAY: readonly string[] = ['spam', 'merged'];
const SOLVED = 'solved';

/** A status was changed; `takenBack`: because an answer never arrived, so that an end it founded never was. */
export function onStatus(work: SubjectWork, signal: StatusSignal, takenBack: boolean): void {
  const { from, to } = signal;
  const at = signal.at.getTime();
  work.status = to;
  if (AWAY.includes(to)) for (const cycle of work.all()) if (work.isOpen(cycle)) work.append(cycle, { type: 'cancel', at, payload: { reason: to } });
  if (AWAY.includes(from) && !AWAY.includes(to)) comeBack(work, from);
  if (ENDED.includes(to) && !ENDED.includes(from)) end(work, signal, at);
  if (ENDED.includes(from) && !ENDED.includes(to)) reopen(work, at, takenBack);
  for (const cycle of work.all('resolution', 'progress_update', 'remedy')) {
    const state = work.state(cycle).state;
    if (!isOpenState(state)) continue;
    const [stood, stands] = [state === 'paused', work.pausesIn(cycle, to)];
    if (stood && stands && from === to) continue;
    if (stands && !stood) work.append(cycle, { type: 'pause', at, payload: { reason: to } });
    if (!stands && stood) work.append(cycle, { type: 'resume', at, payload: {} });
  }
}

/** Solved: with an answer it is done, without a word the customer was not answered. */
function end(work: SubjectWork, signal: StatusSignal, at: number): void {
  for (const metric of [...REPLY_CHAIN, 'acknowledge'] satisfies readonly Metric[]) {
    const open = work.open(metric);
    if (open) work.append(open, { type: 'cancel', at, payload: { reason: NO_REPLY[signal.by] } });
  }
  const answered = work.facts.hasHumanReply || work.all(...REPLY_CHAIN).some((c) => standing(c.events).some((e) => e.type === 'stop'));
  const resolution = work.open('resolution');
  if (resolution) work.append(resolution, { type: 'stop', at, payload: { outcome: SOLVED } });
  // Until a decision is recorded by itself, a solved complaint that was answered is a decided one.
  const decision = work.open('decision');
  if (decision) work.append(decision, answered ? { type: 'stop', at, payload: { outcome: SOLVED } } : { type: 'cancel', at, payload: { reason: NO_REPLY[signal.by] } });
  for (const metric of ['progress_update', 'callback'] satisfies readonly Metric[]) {
    const open = work.open(metric);
    if (open) work.append(open, { type: 'cancel', at, payload: { reason: SOLVED } });
  }
}

/** A new run of the clocks that end with a solution; a limit of the law has run on. */
function reopen(work: SubjectWork, at: number, takenBack: boolean): void {
  if (takenBack) {
    // It was solved on the strength of an answer that never arrived: the end never was.
    for (const metric of ['resolution', 'decision', 'progress_update', 'callback'] satisfies readonly Metric[]) {
      const last = work.all(metric).at(-1);
      if (last) work.takeBack(last, (e) => (e.type === 'stop' && e.payload.outcome === SOLVED) || (e.type === 'cancel' && e.payload.reason === SOLVED), 'solution_void');
    }
  }
  if (!work.open('resolution')) work.start('resolution', at, null);
}

/** Taken for spam by mistake: its clocks run as if nothing had been. */
function comeBack(work: SubjectWork, from: string): void {
  for (const cycle of work.all()) work.takeBack(cycle, (e) => e.type === 'cancel' && e.payload.reason === from, 'not_spam');
}
