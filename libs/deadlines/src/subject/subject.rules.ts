import type { Metric } from '../engine';
import type { Signal, SubjectFacts } from '../signals';
import { onAttributes } from './attributes.rules';
import { answerChain, chain, PROGRESS_CHAIN, REPLY_CHAIN, voidInChains } from './chain.rules';
import type { Cycle } from './cycle';
import { onStatus } from './status.rules';
import { SubjectWork, type Desk } from './subject-work';

const REPLIED = 'replied';
const IN_CONTACT = 'met_in_contact';

/** What the signals make of the clocks of one subject. Only adds: events to cycles, and cycles. */
export function workIn(cycles: readonly Cycle[], facts: SubjectFacts, signals: readonly Signal[], desk: Desk): SubjectWork {
  const work = new SubjectWork(cycles, facts, desk);
  const takenBack = signals.some((s) => s.type === 'void');
  for (const signal of signals) apply(work, signal, takenBack);
  return work;
}

function apply(work: SubjectWork, signal: Signal, takenBack: boolean): void {
  const at = signal.at.getTime();
  switch (signal.type) {
    case 'opened':
      return opened(work, at, signal.contactEntryId, signal.byAgent);
    case 'contact':
      return contact(work, at, signal.entryId);
    case 'reply':
      return reply(work, at, signal.entryId, signal.call ?? false);
    case 'ack':
      return acknowledged(work, at, signal.entryId, signal.automatic);
    case 'void':
      for (const cycle of work.all('acknowledge', 'decision', 'remedy', 'callback', 'statutory')) work.takeBack(cycle, (e) => e.type === 'stop' && e.entryId === signal.entryId, 'reply_void', signal.entryId);
      return voidInChains(work, signal.entryId);
    case 'status':
      return onStatus(work, signal, takenBack);
    case 'attributes':
      return onAttributes(work, signal);
    case 'in_contact':
      return inContact(work, signal.answeredAt.getTime(), signal.entryId);
    case 'fix': {
      const cycle = work.all().find((c) => c.id === signal.deadlineId);
      if (cycle && work.isOpen(cycle)) work.append(cycle, { type: 'fix', at, payload: { due: signal.dueAt.getTime(), reason: signal.reason } });
      return;
    }
    case 'waive':
      return eachOpen(work, REPLY_CHAIN, (cycle) => work.append(cycle, { type: 'waive', at, payload: { reason: signal.reason } }));
    case 'promised':
      return promised(work, signal.metric, at, signal.dueAt, signal.entryId);
    case 'given_up':
      return eachOpen(work, [signal.metric], (cycle) => work.append(cycle, { type: 'waive', at, payload: { reason: signal.reason } }));
    case 'done':
      eachOpen(work, [signal.metric], (cycle) => work.append(cycle, { type: 'stop', at, payload: { outcome: 'done' } }, signal.entryId));
      if (signal.metric === 'decision') eachOpen(work, PROGRESS_CHAIN, (cycle) => work.append(cycle, { type: 'stop', at, payload: { outcome: 'decided' } }, signal.entryId));
      return;
    case 'suspend':
      return eachOpen(work, [signal.metric], (cycle) => work.append(cycle, { type: 'suspend', at, payload: { reason: signal.reason } }));
    case 'unsuspend':
      return eachOpen(work, [signal.metric], (cycle) => work.append(cycle, { type: 'unsuspend', at, payload: signal.reason === undefined ? {} : { reason: signal.reason } }));
  }
}

/** Does something to each open clock of these metrics. */
function eachOpen(work: SubjectWork, metrics: readonly Metric[], what: (cycle: Cycle) => void): void {
  for (const cycle of work.all(...metrics)) if (work.isOpen(cycle)) what(cycle);
}

/** Spam is no matter at all; who turned to the customer first owes no first reply. */
function opened(work: SubjectWork, at: number, contactEntryId: string | null, byAgent: boolean): void {
  if (work.status === 'spam') return;
  if (!byAgent) {
    work.start('acknowledge', at, contactEntryId);
    if (work.attributes.answerWanted) work.start('first_reply', at, contactEntryId);
    work.start('decision', at, contactEntryId);
    work.start('statutory', at, contactEntryId);
  }
  work.start('resolution', at, contactEntryId);
}

/** The oldest unanswered message counts; further ones restart nothing. */
function contact(work: SubjectWork, at: number, entryId: string | null): void {
  const before = chain(work, REPLY_CHAIN);
  if (before.some((cycle) => work.isOpen(cycle)) || ['spam', 'merged'].includes(work.status)) return;
  const first = before.length === 0 && !work.facts.hasHumanReply && work.attributes.answerWanted;
  work.start(first ? 'first_reply' : 'next_reply', at, entryId);
}

function reply(work: SubjectWork, at: number, entryId: string, call: boolean): void {
  answerChain(work, REPLY_CHAIN, at, entryId, REPLIED);
  // Whatever a person says to the customer also says that it has arrived.
  eachOpen(work, ['acknowledge'], (cycle) => work.append(cycle, { type: 'stop', at, payload: { outcome: REPLIED } }, entryId));
  if (call) eachOpen(work, ['callback'], (cycle) => work.append(cycle, { type: 'stop', at, payload: { outcome: 'called' } }, entryId));
  progressed(work, at, entryId);
}

/** The customer was told something: the time until the next news begins anew. */
function progressed(work: SubjectWork, at: number, entryId: string | null): void {
  if (entryId) answerChain(work, PROGRESS_CHAIN, at, entryId, REPLIED);
  if (!work.open('progress_update') && !['solved', 'closed', 'spam', 'merged'].includes(work.status)) work.start('progress_update', at, entryId);
}

/** A machine's receipt counts where the target says so, and never as an answer. */
function acknowledged(work: SubjectWork, at: number, entryId: string | null, automatic: boolean): void {
  const open = work.open('acknowledge');
  if (open && (!automatic || open.target.automaticAck)) work.append(open, { type: 'stop', at, payload: { outcome: automatic ? 'automatic' : 'acknowledged' } }, entryId);
  if (work.all('progress_update').length === 0) progressed(work, at, null);
}

/** Spoken with: neither waits any longer. No clock existed before the call was written down, so none was late either. */
function inContact(work: SubjectWork, answeredAt: number, entryId: string | null): void {
  eachOpen(work, [...REPLY_CHAIN, 'acknowledge', 'callback'], (cycle) => work.append(cycle, { type: 'stop', at: answeredAt, payload: { outcome: IN_CONTACT } }, entryId));
}

/** A second promise moves the first: the customer was told the new time. */
function promised(work: SubjectWork, metric: 'callback' | 'remedy', at: number, dueAt: Date | null, entryId: string | null): void {
  const open = work.open(metric);
  if (!open) work.start(metric, at, entryId, dueAt);
  else if (dueAt) work.append(open, { type: 'fix', at, payload: { due: dueAt.getTime(), reason: 'promised_anew' } }, entryId);
}
