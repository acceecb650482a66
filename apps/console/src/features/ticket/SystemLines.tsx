import { useState } from 'react';
import { useNow } from '../../data/clock';
import { useStaff } from '../../data/staff';
import type { Entry } from '../../data/types';
import { useFormats, useT, type MessageId } from '../../i18n/intl';
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
  status_changed: 'change.status', priority_changed: 'change.priority', kind_changed: 'change.kind', assigned: 'change.assigned', assignee_changed: 'change.assigned',
  team_changed: 'change.team', tags_changed: 'change.tags', tagged: 'change.tags', subject_changed: 'change.subject', language_changed: 'change.language',
  customer_linked: 'change.customer', order_number_changed: 'change.orderNumber', opened: 'change.opened', solved: 'change.solved', reopened: 'change.reopened',
  closed: 'change.closed', reply_undone: 'change.replyUndone', bounced: 'change.bounced', acknowledged: 'change.acknowledged',
};

function SystemLine({ entry }: { entry: Entry }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const { staff, teams } = useStaff();
  const change = (typeof entry.change === 'object' && entry.change !== null ? entry.change : {}) as { code?: string; params?: Record<string, unknown> };
  const params = change.params ?? {};
  const words = (value: unknown): string => {
    const named = staff.find((member) => member.id === value) ?? teams.find((team) => team.id === value);
    if (Array.isArray(value)) return formats.list(value.map(String));
    return named?.name ?? valueWords(value, t);
  };
  const who = entry.authorKind === 'AGENT' ? (entry.author?.name ?? entry.authorName ?? t('author.agent')) : entry.authorKind === 'CUSTOMER' ? t('author.customer') : entry.authorKind === 'RULE' ? t('author.rule') : t('author.system');
  const id = sentences[change.code ?? ''];
  const sentence = id
    ? t(id, { who, to: words(params.to ?? params.added ?? params.assigneeId ?? params.value), from: words(params.from), removed: params.removed ? words(params.removed) : '' })
    : entry.text ?? t('change.other', { who, code: String(change.code ?? '').replaceAll('_', ' ') });
  return <li><time dateTime={entry.at} title={formats.full(entry.at)}>{formats.moment(entry.at, now)}</time> {sentence}</li>;
}
