import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Failure } from '../../app/failure';
import { LoadBoundary } from '../../app/LoadBoundary';
import { keys } from '../../data/entities';
import { execute } from '../../data/execute';
import { CustomerPanelDocument } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Block } from '../../ui/Facts';
import { ContactChoicesBlock } from './ContactChoicesBlock';
import { FullReceipts } from './FullReceipts';
import s from './customers.module.css';
import { ContactFacts, Flags, LoyaltyBlock, PetsBlock, ReceiptList } from './pieces';

const LinkCustomerDialog = lazy(async () => ({ default: (await import('./LinkCustomerDialog')).LinkCustomerDialog }));

export interface PanelTicket { id: string; number: number; customerId: string | null; senderName: string | null; senderAddress: string | null }

/** Who writes, beside what they write. It loads and fails by itself and never holds the ticket up. */
export function CustomerPanel({ ticket, mayLink, mayReceipts }: { ticket: PanelTicket; mayLink: boolean; mayReceipts: boolean }) {
  const t = useT();
  const [linking, setLinking] = useState(false);
  const dialog = linking ? <LoadBoundary onClose={() => setLinking(false)}><Suspense><LinkCustomerDialog ticket={ticket} onClose={() => setLinking(false)} /></Suspense></LoadBoundary> : null;
  if (!ticket.customerId) {
    return (
      <div className={s.panel}>
        <div className={s.head}><h2 className={s.name}>{t('customer.unknown')}</h2></div>
        <div className={s.pad}>
          {ticket.senderAddress ? <p>{ticket.senderName ? `${ticket.senderName} · ` : ''}{ticket.senderAddress}</p> : null}
          <p className={s.quiet}>{t('customer.unknownHint')}</p>
          {mayLink ? <Button onPress={() => setLinking(true)}>{t('customer.link')}</Button> : null}
        </div>
        {dialog}
      </div>
    );
  }
  return <div className={s.panel}><Known id={ticket.customerId} ticket={ticket} onLink={mayLink ? () => setLinking(true) : null} mayReceipts={mayReceipts} />{dialog}</div>;
}

function Known({ id, ticket, onLink, mayReceipts }: { id: string; ticket: PanelTicket; onLink: (() => void) | null; mayReceipts: boolean }) {
  const t = useT();
  const query = useQuery({
    queryKey: [...keys.customer(id), ticket.id],
    queryFn: ({ signal }) => execute(CustomerPanelDocument, { id, ticketId: ticket.id }, signal),
  });
  if (query.isError && !query.data) return <div className={s.pad}><Failure error={query.error} what={t('customer.thing')} onRetry={() => void query.refetch()} /></div>;
  if (!query.data) return <div className={s.pad} role="status"><span className="sr">{t('customer.loading')}</span><span className={s.ghost} /><span className={s.ghost} /><span className={s.ghost} /></div>;
  const { customer } = query.data;
  if (!customer) return <div className={s.pad}><p>{t('customer.notFound')}</p>{onLink ? <Button onPress={onLink}>{t('customer.link')}</Button> : null}</div>;
  const others = customer.tickets.nodes.filter((each) => each.number !== ticket.number);
  return (
    <>
      <div className={s.head}>
        <div className={s.nameRow}>
          <h2 className={s.name}><Link to="/customers/$id" params={{ id }}>{customer.name ?? t('masked.hidden')}</Link></h2>
          {onLink ? <Button look="quiet" size="strip" onPress={onLink}>{t('customer.change')}</Button> : null}
        </div>
        <Flags customer={customer} />
        <ContactFacts customer={customer} />
      </div>
      <LoyaltyBlock customer={customer} />
      <PetsBlock customer={customer} />
      <ContactChoicesBlock key={id} customerId={id} />
      <Block title={t('receipts.ofTicket')}>
        {customer.receiptsOfTicket.length ? <ReceiptList receipts={customer.receiptsOfTicket} /> : <p className={s.quiet}>{t('receipts.none')}</p>}
        {mayReceipts ? <FullReceipts customerId={id} /> : null}
      </Block>
      <Block title={t('customer.otherTickets')} aside={others.length ? String(customer.tickets.total - 1) : undefined}>
        {others.length ? (
          <ul className={s.tickets}>
            {others.map((each) => (
              <li key={each.id}>
                <Link to="/t/$number" params={{ number: String(each.number) }} search={true}>#{each.number} {each.subject ?? t('ticket.noSubject')}</Link>
                <span>{t(`status.${each.status}`)}</span>
              </li>
            ))}
          </ul>
        ) : <p className={s.quiet}>{t('customer.noOtherTickets')}</p>}
      </Block>
    </>
  );
}
