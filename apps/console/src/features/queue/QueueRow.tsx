import { memo } from 'react';
import { useRow } from '../../data/rows';
import { lastChangeBy } from '../../data/last-change';
import { useStaff } from '../../data/staff';
import type { Row } from '../../data/types';
import { useT } from '../../i18n/intl';
import { Chip } from '../../ui/Chip';
import { cx } from '../../ui/cx';
import { DeadlineChip } from '../../ui/DeadlineChip';
import s from './queue.module.css';

export interface QueueRowProps {
  number: number;
  index: number;
  top: number;
  version: number | undefined;
  active: boolean;
  opened: boolean;
  selected: boolean;
  gone: boolean;
  compact: boolean;
  onOpen: (number: number) => void;
}

/** One ticket of the list. Drawn again only when its own row or its own marks change. */
export const QueueRow = memo(function QueueRow({ number, index, top, version, active, opened, selected, gone, compact, onOpen }: QueueRowProps) {
  const row = useRow(number, version);
  const t = useT();
  return (
    <div
      id={`row-${number}`}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={opened || selected}
      className={cx(s.row, compact && s.compact, active && s.active, opened && s.opened, selected && s.picked, gone && s.gone, row?.unread && s.unread)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(number)}
    >
      <div role="gridcell" className={s.cell}>
        {row === undefined ? <span className={s.placeholder}><span className="sr">{`#${number}`}</span></span>
          : row === null ? <span className={s.missing}>#{number} · {t('queue.rowMissing')}</span>
            : compact ? <CompactRow row={row} gone={gone} /> : <ComfortableRow row={row} gone={gone} />}
      </div>
    </div>
  );
});

function Customer({ row }: { row: Row }) {
  const t = useT();
  const name = row.customer?.name;
  return <span className={s.customer}>{row.unread ? <span className="sr">{t('queue.unread')} </span> : null}{name ?? (row.customer ? t('masked.hidden') : (row.requesterName ?? t('customer.unknown')))}</span>;
}

function KindChip({ kind }: { kind: Row['kind'] }) {
  const t = useT();
  if (kind === 'COMPLAINT') return <Chip tone="complaint">{t('kind.COMPLAINT')}</Chip>;
  if (kind === 'PRIVACY_REQUEST') return <Chip tone="info">{t('kind.PRIVACY_REQUEST')}</Chip>;
  return null;
}

function ComfortableRow({ row, gone }: { row: Row; gone: boolean }) {
  const t = useT();
  return (
    <>
      <span className={s.line1}>
        <Customer row={row} />
        {gone ? null : <KindChip kind={row.kind} />}
        <span className={s.deadline}>{gone ? null : <DeadlineChip deadline={row.nextDeadline} status={row.status} lastAt={row.lastEntry?.at ?? null} />}</span>
      </span>
      <span className={s.subject} lang={row.language}>{row.subject ?? t('ticket.noSubject')}</span>
      <span className={s.line3}>
        <span className={s.preview}>{gone ? <Moved row={row} /> : <><Who row={row} /><span lang={row.language}>{row.lastEntry?.preview ?? ''}</span></>}</span>
        <span className={s.meta}>{row.assignee?.initials ?? '—'} · #{row.number}</span>
      </span>
    </>
  );
}

function CompactRow({ row, gone }: { row: Row; gone: boolean }) {
  const t = useT();
  return (
    <span className={s.oneLine}>
      <Customer row={row} />
      <span className={s.subject} lang={row.language}>{row.subject ?? t('ticket.noSubject')}</span>
      <span className={s.deadline}>{gone ? <Moved row={row} /> : <DeadlineChip deadline={row.nextDeadline} status={row.status} lastAt={row.lastEntry?.at ?? null} />}</span>
      <span className={s.meta}>{row.assignee?.initials ?? '—'}</span>
    </span>
  );
}

function Who({ row }: { row: Row }) {
  const t = useT();
  return row.lastEntry?.byUs ? <>{t('queue.you')} </> : null;
}

/** Why a greyed row no longer belongs: "moved to Waiting by Liisa". */
function Moved({ row }: { row: Row }) {
  const t = useT();
  const { staff } = useStaff();
  const actor = staff.find((member) => member.id === lastChangeBy(row.number))?.name;
  const status = t(`status.${row.status}`);
  return <>{actor ? t('queue.movedBy', { status, name: actor }) : t('queue.moved', { status })}</>;
}
