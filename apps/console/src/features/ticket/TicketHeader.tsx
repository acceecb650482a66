import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useState } from 'react';
import type { OpenedTicket, Row } from '../../data/types';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { DeadlineStrip } from './DeadlineStrip';
import { EditNotices } from './EditNotices';
import { KindControl } from './KindControl';
import { TagControl } from './TagControl';
import s from './ticket.module.css';
import { TicketControls } from './TicketControls';
import type { TicketEdits } from './useTicketEdits';

export interface Place { at: number; of: number; onMove: (step: 1 | -1) => void }

export function TicketHeader({ row, opened, mayFix, edits, place, onBack, onSolveNext, me, extra, readOnly }: {
  readOnly: boolean; row: Row; opened: OpenedTicket | null; mayFix: boolean; edits: TicketEdits; place: Place | null; onBack: () => void; onSolveNext: () => void; me: { id: string; name: string }; extra: React.ReactNode;
}) {
  const t = useT();
  const copy = async () => {
    await navigator.clipboard.writeText(`${location.origin}/t/${row.number}`);
    announce(t('ticket.linkCopied'));
  };
  return (
    <header className={s.header}>
      <div className={s.metaLine}>
        <Button look="quiet" size="strip" icon className={s.back} aria-label={t('ticket.back')} onPress={onBack}><X size={16} strokeWidth={1.75} aria-hidden="true" /></Button>
        <div className={s.marks}>
          <Button look="quiet" size="strip" className={s.number} aria-label={t('ticket.copyLink', { number: row.number })} onPress={() => void copy()}>#{row.number}</Button>
          {readOnly ? <Chip>{t(`kind.${row.kind}`)}</Chip> : <KindControl row={row} edits={edits} />}
          {row.orderNumber ? <Chip>{t('ticket.order', { number: row.orderNumber })}</Chip> : null}
          <Chip>{row.team.name}</Chip>
          {row.tags.map((tag) => <Chip key={tag}>{tag}</Chip>)}
          {readOnly ? null : <TagControl tags={row.tags} onChange={(add, remove) => void edits.tag(row.tags, add, remove)} />}
        </div>
        {place ? (
          <span className={s.place}>
            <span className="num">{t('ticket.place', { at: place.at, of: place.of })}</span>
            <Button look="quiet" size="strip" icon aria-label={t('ticket.previous')} onPress={() => place.onMove(-1)}><ChevronUp size={16} strokeWidth={1.75} aria-hidden="true" /></Button>
            <Button look="quiet" size="strip" icon aria-label={t('ticket.next')} onPress={() => place.onMove(1)}><ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" /></Button>
          </span>
        ) : null}
        {extra}
      </div>
      {readOnly
        ? <><h2 className={s.subject} lang={row.language}>{row.subject ?? t('ticket.noSubject')}</h2><p className={s.plainFacts}>{[t(`status.${row.status}`), row.assignee?.name ?? t('value.nobody'), t(`priority.${row.priority}`)].join(' · ')}</p></>
        : <><Subject key={row.number} row={row} edits={edits} /><TicketControls row={row} opened={opened} edits={edits} me={me} onSolveNext={onSolveNext} /></>}
      <EditNotices edits={edits} />
      <DeadlineStrip row={row} opened={opened} mayFix={mayFix} />
    </header>
  );
}

/** The subject is a heading; Enter on it, or a click, makes it a field. */
function Subject({ row, edits }: { row: Row; edits: TicketEdits }) {
  const t = useT();
  const [text, setText] = useState<string | null>(null);
  const save = () => {
    const next = text?.trim();
    setText(null);
    if (next && next !== row.subject) void edits.update({ subject: next }, { subject: next });
  };
  if (text !== null) {
    return (
      <input
        className={s.subjectField} aria-label={t('field.subject')} value={text} autoFocus maxLength={250} lang={row.language}
        onChange={(event) => setText(event.target.value)} onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') { event.preventDefault(); save(); }
          if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); setText(null); }
        }}
      />
    );
  }
  return (
    <h2 className={s.subject} lang={row.language}>
      <button type="button" className={s.subjectButton} title={t('ticket.editSubject')} onClick={() => setText(row.subject ?? '')}>{row.subject ?? t('ticket.noSubject')}</button>
    </h2>
  );
}
