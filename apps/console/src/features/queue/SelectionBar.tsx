import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { patchTicket } from '../../data/entities';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { loadRow } from '../../data/rows';
import { AssignTicketDocument } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import s from './queue.module.css';

/** What can be done with several tickets at once; those that could not be changed stay selected. */
export function SelectionBar({ numbers, me, onClear, onKeep }: { numbers: number[]; me: string; onClear: () => void; onKeep: (numbers: number[]) => void }) {
  const t = useT();
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const [failed, setFailed] = useState<number[]>([]);
  const assign = useMutation({
    mutationFn: async () => {
      const left: number[] = [];
      setDone(0);
      setFailed([]);
      for (const number of numbers) {
        if (!(await assignOne(number))) left.push(number);
        setDone((count) => count + 1);
      }
      return left;
    },
    onSuccess: (left) => { if (left.length) { setFailed(left); onKeep(left); } else onClear(); },
  });

  /** One at a time: each names the version it saw, and tells for itself whether it was changed. */
  async function assignOne(number: number): Promise<boolean> {
    try {
      const row = await loadRow(number);
      if (!row) return false;
      const { assignTicket } = await execute(AssignTicketDocument, { input: { ticketId: row.id, expectedVersion: row.version, assigneeId: me } });
      return match(assignTicket, {
        Ticket: (ticket) => { patchTicket(client, ticket); return true; },
        TicketNotFound: () => false, TicketConflict: () => false, AssigneeNotAllowed: () => false, InvalidInput: () => false,
      });
    } catch {
      return false;
    }
  }

  return (
    <div className={s.selection} role="region" aria-label={t('bulk.label')}>
      <span role="status">
        {assign.isPending ? t('bulk.progress', { done, total: numbers.length })
          : failed.length ? t('bulk.notChanged', { count: failed.length }) : t('bulk.selected', { count: numbers.length })}
      </span>
      <Button size="strip" onPress={() => assign.mutate()} isPending={assign.isPending}>{t('command.assignMe')}</Button>
      <Button size="strip" look="quiet" onPress={onClear}>{t('bulk.clear')}</Button>
    </div>
  );
}
