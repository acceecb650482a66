import { useT, type MessageId } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import s from './ticket.module.css';
import type { TicketEdits } from './useTicketEdits';

const fieldNames: Record<string, MessageId> = {
  status: 'field.status', priority: 'field.priority', assigneeId: 'field.assignee', assignee: 'field.assignee', teamId: 'field.team', team: 'field.team', kind: 'field.kind', subject: 'field.subject',
};

/** Two people changed the same thing: both values stand here and either can be kept. Never a window, never a reload. */
export function EditNotices({ edits }: { edits: TicketEdits }) {
  const t = useT();
  const { conflict, problem } = edits;
  if (!conflict && !problem) return null;
  return (
    <div className={s.editNotice}>
      {conflict ? (
        <Notice
          tone="warn"
          actions={<>
            <Button look="link" onPress={edits.clear}>{t('conflict.keepTheirs', { value: valueWords(conflict.theirs, t) })}</Button>
            <Button look="link" onPress={conflict.again}>{t('conflict.setYours', { value: valueWords(conflict.yours, t) })}</Button>
          </>}
        >
          {t('conflict.says', { name: conflict.changedBy ?? t('conflict.somebody'), field: t(fieldNames[conflict.field] ?? 'field.other'), value: valueWords(conflict.theirs, t) })}
        </Notice>
      ) : null}
      {problem ? (
        <Notice tone="danger" reference={problem.reference} actions={<><Button look="link" onPress={problem.again}>{t('action.retry')}</Button><Button look="link" onPress={edits.clear}>{t('action.close')}</Button></>}>
          {problem.text}
        </Notice>
      ) : null}
    </div>
  );
}

const known = /^(NEW|OPEN|WAITING_CUSTOMER|WAITING_THIRD_PARTY|SNOOZED|SOLVED|CLOSED|MERGED|SPAM)$/;

export function valueWords(value: unknown, t: ReturnType<typeof useT>): string {
  if (value === null || value === undefined) return t('value.nobody');
  if (typeof value === 'object' && 'name' in value) return String(value.name);
  const text = String(value);
  if (known.test(text)) return t(`status.${text}` as MessageId);
  if (/^(LOW|NORMAL|HIGH|URGENT)$/.test(text)) return t(`priority.${text}` as MessageId);
  if (/^(FEEDBACK|COMPLAINT|QUESTION|CALL|SURVEY|PRIVACY_REQUEST)$/.test(text)) return t(`kind.${text}` as MessageId);
  return text;
}
