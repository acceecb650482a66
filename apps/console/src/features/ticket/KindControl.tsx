import { useState } from 'react';
import { useCommand } from '../../app/keys/useCommand';
import type { Row } from '../../data/types';
import type { TicketKind } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { cx } from '../../ui/cx';
import { MenuButton } from '../../ui/MenuButton';
import s from './ticket.module.css';
import type { TicketEdits } from './useTicketEdits';

const kinds: TicketKind[] = ['QUESTION', 'COMPLAINT', 'FEEDBACK', 'CALL', 'PRIVACY_REQUEST'];

/** What kind of matter it is: shown as a chip, changed by pressing it. */
export function KindControl({ row, edits }: { row: Row; edits: TicketEdits }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  useCommand({ id: 'ticket.kind', label: 'command.kind', scope: 'ticket', keys: [], run: () => setOpen(true) });
  return (
    <MenuButton
      open={open} onOpenChange={setOpen} label={t('control.value', { field: t('field.kind'), value: t(`kind.${row.kind}`) })} title={t('field.kind')} selected={row.kind}
      button={{ look: 'quiet', size: 'strip', className: cx(s.kind, row.kind === 'COMPLAINT' && s.kindComplaint, row.kind === 'PRIVACY_REQUEST' && s.kindPrivacy) }}
      entries={kinds.map((kind) => ({ id: kind, label: t(`kind.${kind}`) }))} onPick={(id) => { const kind = kinds.find((each) => each === id); if (kind && kind !== row.kind) void edits.changeKind(kind); }}
    >{t(`kind.${row.kind}`)}</MenuButton>
  );
}
