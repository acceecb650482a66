import { useState } from 'react';
import { useNow } from '../../data/clock';
import type { Entry } from '../../data/types';
import { useFormats } from '../../i18n/formats';
import { isLocale, languageWord, useT, type MessageId } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { valueWords } from './EditNotices';
import s from './ticket.module.css';
import { folds, type TimelineItem } from './timeline-items';

export function SystemLines({ item }: { item: Extract<TimelineItem, { type: 'system' }> }) {
  const t = useT();
  const [open, setOpen] = useState(!folds(item));
  if (!open) return <div className={s.system}><Button look="link" aria-expanded={false} onPress={() => setOpen(true)}>{t('timeline.changes', { count: item.entries.length })}</Button></div>;
  return <ul className={s.system}>{item.entries.map((entry) => <SystemLine key={entry.id} entry={entry} />)}</ul>;
}

const sentences: Record<string, MessageId> = {
  opened: 'change.opened', status_changed: 'change.status', reopened: 'change.reopened', reopened_by_customer: 'change.reopenedByCustomer', snooze_ended: 'change.snoozeEnded',
  priority_changed: 'change.priority', kind_changed: 'change.kind', assignee_changed: 'change.assigned', team_changed: 'change.team', tags_changed: 'change.tags',
  subject_changed: 'change.subject', language_changed: 'change.language', customer_changed: 'change.customer', order_number_changed: 'change.orderNumber',
  reply_stands: 'change.replyStands', reply_waived: 'change.replyWaived', deadline_fixed: 'change.deadlineFixed',
};
const voided: Record<string, MessageId> = { undone: 'change.replyUndone', bounced: 'change.bounced', failed: 'change.replyFailed' };

function SystemLine({ entry }: { entry: Entry }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const change = (typeof entry.change === 'object' && entry.change !== null ? entry.change : {}) as { code?: string; params?: Record<string, unknown> };
  const params = change.params ?? {};
  const words = (value: unknown): string => valueWords(value, t);
  const who = entry.authorKind === 'AGENT' ? (entry.author?.name ?? entry.authorName ?? t('author.agent')) : entry.authorKind === 'CUSTOMER' ? t('author.customer') : entry.authorKind === 'RULE' ? t('author.rule') : t('author.system');
  const code = String(change.code ?? '');
  const id = code === 'reply_voided' ? voided[String(params.why)] : code === 'status_changed' && params.reason ? 'change.solvedWithReason' : code === 'status_changed' && params.until ? 'change.snoozed' : sentences[code];
  const tags = [...list(params.added).map((tag) => `+ ${tag}`), ...list(params.removed).map((tag) => `− ${tag}`)];
  const values = {
    who, from: words(params.from), reason: String(params.reason ?? ''), until: typeof params.until === 'string' ? formats.full(params.until) : '',
    metric: String(params.metric ?? ''),
    to: code === 'deadline_fixed' && typeof params.to === 'string' ? formats.full(params.to) : code === 'tags_changed' ? tags.join(', ') : code === 'language_changed' ? (isLocale(params.to) ? languageWord(params.to, t) : words(params.to)) : words(params.to),
  };
  const sentence = id ? t(id, values) : (entry.text ?? t('change.other', { who, code: code.replaceAll('_', ' ') }));
  return <li><time dateTime={entry.at} title={formats.full(entry.at)}>{formats.moment(entry.at, now)}</time> {sentence}</li>;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
