import type { Metric } from '../engine';
import type { PolicyTarget } from '../policy';
import type { Signal } from '../signals';
import type { Cycle } from './cycle';
import { keptTarget, type SubjectWork } from './subject-work';

type AttributesSignal = Extract<Signal, { type: 'attributes' }>;

/** Clocks that begin with the matter, and so can begin late, from its own time. */
const FROM_RECEIPT: readonly Metric[] = ['decision', 'statutory', 'resolution'];
const TERMINAL: readonly string[] = ['solved', 'closed', 'spam', 'merged'];

/**
 * A field that policies ask for has changed: open clocks go on towards the new target and keep what they have used. A policy edited
 * meanwhile moves nothing: what is compared is the same book for the old and the new attributes.
 */
export function onAttributes(work: SubjectWork, signal: AttributesSignal): void {
  const { before, after } = signal;
  const at = signal.at.getTime();
  work.attributes = after;
  const policy = work.policy(after);
  for (const cycle of work.all()) {
    if (!work.isOpen(cycle)) continue;
    if (cycle.target.unit === 'fixed' && work.target(cycle.metric, before)?.unit !== 'fixed') continue;
    // A limit of the law is of the kind of matter, and nothing else moves it.
    if (cycle.target.legal && before.kind === after.kind) continue;
    const [old, fresh] = [work.target(cycle.metric, before), work.target(cycle.metric, after)];
    if (fresh) retarget(work, cycle, old, fresh, policy?.policyVersionId ?? null, at);
    else if (old && policy) work.append(cycle, { type: 'cancel', at, payload: { reason: 'not_promised' } });
  }
  if (TERMINAL.includes(work.status)) return;
  const received = work.facts.receivedAt.getTime();
  for (const metric of FROM_RECEIPT) if (newlyPromised(work, metric, signal)) work.start(metric, received, null);
  if (after.answerWanted && !work.facts.hasHumanReply && newlyPromised(work, 'first_reply', signal)) work.start('first_reply', received, null);
}

const newlyPromised = (work: SubjectWork, metric: Metric, { before }: AttributesSignal): boolean => work.all(metric).length === 0 && !work.target(metric, before) && work.target(metric) !== null;

function retarget(work: SubjectWork, cycle: Cycle, old: PolicyTarget | null, fresh: PolicyTarget, policyVersionId: string | null, at: number): void {
  if (old && same(old, fresh)) return;
  const target = keptTarget(fresh);
  let moved = work.rebind(cycle, policyVersionId, target);
  const calendar = work.calendarOf(fresh);
  if ((old ? work.calendarOf(old) : work.state(cycle).calendar) !== calendar) moved = work.append(moved, { type: 'recalendar', at, payload: { calendar } });
  if (!old || !same({ ...old, calendarId: null }, { ...fresh, calendarId: null })) moved = work.append(moved, { type: 'retarget', at, payload: { target } });
  // What stood or ran by the old list of statuses goes on by the new one.
  const [stands, stood] = [work.pausesIn(moved, work.status), work.state(moved).state === 'paused'];
  if (stands && !stood) work.append(moved, { type: 'pause', at, payload: { reason: work.status } });
  if (!stands && stood) work.append(moved, { type: 'resume', at, payload: {} });
}

const same = (a: PolicyTarget, b: PolicyTarget): boolean => JSON.stringify([keptTarget(a), a.calendarId]) === JSON.stringify([keptTarget(b), b.calendarId]);
