import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { keys, patchTicket } from '../data/entities';
import { CallDialog } from '../features/calls/CallDialog';
import { useT } from '../i18n/intl';
import { announce } from '../ui/announce';
import { useDialogs } from './dialogs';

export function CallHost() {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { close } = useDialogs();
  return (
    <CallDialog
      onClose={close}
      onLogged={({ ticket }) => {
        close();
        announce(t('call.logged'));
        void client.invalidateQueries({ queryKey: keys.counts });
        void client.invalidateQueries({ queryKey: ['viewIndex'] });
        if (!ticket) return;
        patchTicket(client, ticket);
        void client.invalidateQueries({ queryKey: keys.ticket(ticket.number) });
        void navigate({ to: '/t/$number', params: { number: String(ticket.number) }, search: true });
      }}
    />
  );
}
