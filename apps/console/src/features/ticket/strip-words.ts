import type { Clock } from '../../data/types';
import type { Formats } from '../../i18n/formats';
import type { MessageId, Translate } from '../../i18n/intl';
import { lookOf, workLeft, type ClockLook } from '../../ui/clock-state';
import { leftSpan, span, when, workSpan } from '../../ui/when-words';

export interface StripWords { look: ClockLook; value: string; of: string; /** The law's date, where it is another one than ours. */ legal: string | null }

/** Words of the closed sets the server stores. */
const reasons: Record<string, MessageId> = {
  waiting_customer: 'status.WAITING_CUSTOMER', waiting_third_party: 'status.WAITING_THIRD_PARTY', snoozed: 'status.SNOOZED',
  met_in_contact: 'deadline.reason.metInContact', self_served: 'deadline.reason.selfServed', no_reply: 'deadline.reason.noReply', not_promised: 'deadline.reason.notPromised',
  folded_back: 'deadline.reason.foldedBack', solved: 'deadline.reason.solved', closed: 'status.CLOSED', merged: 'status.MERGED', spam: 'status.SPAM', attempts: 'deadline.reason.attempts',
  solved_by_customer: 'deadline.reason.byCustomer', replied: 'deadline.reason.replied', called: 'deadline.reason.called', done: 'deadline.reason.done', decided: 'deadline.reason.decided',
  no_reply_needed: 'reason.title', promised_anew: 'deadline.reason.promisedAnew', waiting_customer_info: 'deadline.reason.customerInfo',
};
const errors: Record<string, MessageId> = {
  'calendar.never_open': 'deadline.error.neverOpen', 'calendar.horizon_exceeded': 'deadline.error.horizon', 'calendar.zone_unknown': 'deadline.error.zone',
  'calendar.interval_invalid': 'deadline.error.interval', 'target.not_positive': 'deadline.error.target', 'policy.none': 'deadline.error.policy', 'event.out_of_order': 'deadline.error.order',
};

/** What people wrote themselves, and what a newer server adds, is shown as it is. */
export function reasonWords(reason: string | null, t: Translate): string {
  const id = reason ? reasons[reason] : undefined;
  return id ? t(id) : (reason ?? '');
}

export function errorWords(code: string, t: Translate): string {
  const id = errors[code];
  return id ? t(id) : code;
}

/** Two lines of a cell of the strip. @param readAt business time of the server's answer */
export function stripWords(clock: Clock, readAt: number, now: number, t: Translate, formats: Formats): StripWords {
  const look = lookOf(clock, now);
  const said = (iso: string) => when(iso, now, t, formats);
  const legal = clock.legalDueAt && clock.legalDueAt !== clock.dueAt && !['met', 'missed', 'cancelled', 'waived'].includes(look) ? t('deadline.strip.legal', { when: formats.date(lastDay(clock.legalDueAt)) }) : null;
  const say = (value: string, of: string): StripWords => ({ look, value, of, legal });
  const used = workSpan(clock.consumedWorkMs, t);
  const left = workLeft(clock, readAt, now);
  const leftWords = left === null ? '' : t('deadline.strip.left', { span: leftSpan(left, t) });
  const due = clock.dueAt ? said(clock.dueAt) : null;
  const by = due ? (due.today ? t('deadline.by', { time: due.short }) : due.full) : '';
  switch (look) {
    case 'met':
      return clock.outcomeReason === 'met_in_contact' ? say(t('deadline.strip.inContact'), '') : say(used, clock.targetWorkMs === null ? '' : t('deadline.strip.of', { span: workSpan(clock.targetWorkMs, t) }));
    case 'missed': {
      const missed = clock.breachedAt ?? clock.dueAt;
      const over = clock.targetWorkMs !== null && clock.consumedWorkMs > clock.targetWorkMs ? workSpan(clock.consumedWorkMs - clock.targetWorkMs, t)
        : clock.stoppedAt && missed ? span(Date.parse(clock.stoppedAt) - Date.parse(missed), t) : null;
      return say(used, over === null ? t('deadline.strip.missed') : t('deadline.strip.over', { span: over }));
    }
    case 'late':
      return say(t('deadline.late', { span: span(now - Date.parse(clock.dueAt ?? ''), t) }), t('deadline.was', { when: due?.full ?? '' }));
    case 'soon':
      return say(t('deadline.in', { span: span(Date.parse(clock.dueAt ?? '') - now, t) }), by);
    case 'closed':
      return say(t('deadline.was', { when: due?.timed ?? '' }), leftWords);
    case 'paused':
      return say(reasonWords(clock.pausedReason, t) || t('deadline.strip.paused'), clock.pausedSince ? t('deadline.strip.pausedSince', { when: said(clock.pausedSince).full }) : '');
    case 'suspended':
      return say(t('deadline.strip.suspended'), [reasonWords(clock.pausedReason, t), clock.pausedSince ? t('deadline.strip.since', { when: said(clock.pausedSince).full }) : ''].filter(Boolean).join(' · '));
    case 'waived':
      return say(t('deadline.strip.waived'), clock.outcomeReason ?? '');
    case 'cancelled':
      return say(t('deadline.strip.cancelled'), reasonWords(clock.outcomeReason, t));
    case 'error':
      return say(t('deadline.chip.error'), clock.errorCode ? errorWords(clock.errorCode, t) : '');
    case 'calm':
      return say(by || t('deadline.strip.running'), leftWords);
  }
}

/** A limit of the law ends at midnight after its last day: people are told that day. */
export function lastDay(exclusive: string): string {
  return new Date(Date.parse(exclusive) - 1).toISOString();
}
