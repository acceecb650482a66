import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import { keys, patchTicket } from '../../data/entities';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { loadRow } from '../../data/rows';
import type { Row } from '../../data/types';
import { LinkCustomerDocument } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import type { PanelTicket } from './CustomerPanel';
import { CustomerPicker } from './CustomerPicker';

/** Says whose matter this is: a customer found by the sender's address, another one, or a new one. */
export function LinkCustomerDialog({ ticket, onClose }: { ticket: PanelTicket; onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const link = useMutation({
    mutationFn: async (customerId: string | null) => {
      const version = client.getQueryData<Row | null>(keys.row(ticket.number))?.version ?? (await loadRow(ticket.number))?.version ?? 0;
      return execute(LinkCustomerDocument, { input: { ticketId: ticket.id, expectedVersion: version, customerId } });
    },
    onMutate: () => setProblem(null),
    onSuccess: ({ linkCustomer }) => match(linkCustomer, {
      Ticket: (row) => { patchTicket(client, row); void client.invalidateQueries({ queryKey: keys.ticket(ticket.number) }); onClose(); },
      TicketNotFound: () => setProblem(t('ticket.notFound')),
      TicketConflict: ({ ticket: row, changedBy }) => { patchTicket(client, row); setProblem(t('customer.linkConflict', { name: changedBy ?? t('conflict.somebody') })); },
      CustomerNotFound: () => setProblem(t('customer.notFound')),
      InvalidInput: ({ message, fields }) => setProblem(fields[0]?.message ?? message),
    }),
  });
  return (
    <Dialog
      title={t('customer.linkTitle', { number: ticket.number })} onClose={onClose}
      foot={<>{ticket.customerId ? <Button look="quiet" onPress={() => link.mutate(null)}>{t('customer.unlink')}</Button> : <span />}<Button onPress={onClose}>{t('action.cancel')}</Button></>}
    >
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {link.isError ? <Failure error={link.error} what={t('customer.link')} onRetry={() => link.mutate(link.variables)} /> : null}
      <CustomerPicker autoFocus firstWords={ticket.customerId ? '' : (ticket.senderAddress ?? '')} onPick={(customer) => link.mutate(customer.id)} />
    </Dialog>
  );
}
