import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { keys, patchTicket } from '../data/entities';
import { CustomerPicker } from '../features/customers/CustomerPicker';
import { NewTicketDialog } from '../features/newticket/NewTicketDialog';
import { useT } from '../i18n/intl';
import { announce } from '../ui/announce';
import { useDialogs } from './dialogs';

export function NewTicketHost() {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { close } = useDialogs();
  return (
    <NewTicketDialog
      onClose={close}
      picker={(onPick) => <CustomerPicker autoFocus onPick={onPick} />}
      onOpened={(ticket) => {
        close();
        announce(t('new.opened', { number: ticket.number }));
        patchTicket(client, ticket);
        void client.invalidateQueries({ queryKey: ['viewIndex'] });
        void client.invalidateQueries({ queryKey: keys.counts });
        void navigate({ to: '/t/$number', params: { number: String(ticket.number) }, search: true });
      }}
    />
  );
}
