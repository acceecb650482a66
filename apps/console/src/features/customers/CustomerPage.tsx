import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { can, useSignedIn } from '../../app/session';
import { keys } from '../../data/entities';
import { execute } from '../../data/execute';
import { CustomerPageDocument, type CustomerFlag, type CustomerPageQuery } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT, type MessageId } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Block } from '../../ui/Facts';
import { ContactChoicesBlock } from './ContactChoicesBlock';
import { ContactEditor } from './ContactEditor';
import { CustomerEdit } from './CustomerEdit';
import { FullReceipts } from './FullReceipts';
import s from './customers.module.css';
import { ContactFacts, Flags, LoyaltyBlock, PetsBlock } from './pieces';

type Customer = NonNullable<CustomerPageQuery['customer']>;

export function CustomerPage() {
  const t = useT();
  const { id } = useParams({ from: '/shell/customers/$id' });
  const query = useQuery({ queryKey: [...keys.customer(id), 'page'], queryFn: ({ signal }) => execute(CustomerPageDocument, { id }, signal) });
  const customer = query.data?.customer;
  return (
    <main id="main" tabIndex={-1} className={p.page} data-pane="list" aria-label={t('customer.pane')}>
      <title>{`${t('customer.pane')} · Kaiku`}</title>
      <div className={p.column}>
        {query.isError && !query.data ? <Failure error={query.error} what={t('customer.thing')} onRetry={() => void query.refetch()} /> : null}
        {query.isPending ? <p className={s.quiet} role="status">{t('customer.loading')}</p> : null}
        {customer === null ? <><h1 className={p.h1}>{t('customer.pane')}</h1><p>{t('customer.notFound')}</p></> : null}
        {customer ? <Found customer={customer} /> : null}
      </div>
    </main>
  );
}

function Found({ customer }: { customer: Customer }) {
  const t = useT();
  const me = useSignedIn();
  const [editing, setEditing] = useState<'facts' | 'contacts' | null>(null);
  return (
    <>
      <div className={p.titleRow}>
        <h1 className={p.h1}>{customer.name ?? t('masked.hidden')}</h1>
        <Flags customer={customer} />
        <span className={p.grow} />
        {can(me, 'customer.edit') ? <><Button onPress={() => setEditing('facts')}>{t('customer.edit')}</Button><Button onPress={() => setEditing('contacts')}>{t('customer.editContacts')}</Button></> : null}
      </div>
      <div className={s.columns}>
        <div className={p.section} style={{ gap: 28 }}>
          <Tickets customer={customer} />
          <History customer={customer} />
        </div>
        <div className={s.side}>
          <Block level={2} title={t('customer.pane')}><ContactFacts customer={customer} /></Block>
          <LoyaltyBlock customer={customer} />
          <PetsBlock customer={customer} />
          <ContactChoicesBlock key={customer.id} level={2} open customerId={customer.id} />
          {can(me, 'customer.view_receipts') ? <Block level={2} title={t('receipts.title')}><FullReceipts customerId={customer.id} /></Block> : null}
        </div>
      </div>
      {editing === 'facts' ? <CustomerEdit customer={customer} onClose={() => setEditing(null)} /> : null}
      {editing === 'contacts' ? <ContactEditor customer={customer} onClose={() => setEditing(null)} /> : null}
    </>
  );
}

function Tickets({ customer }: { customer: Customer }) {
  const t = useT();
  const formats = useFormats();
  const { nodes, total, totalCapped } = customer.tickets;
  return (
    <section className={p.section} aria-label={t('customer.tickets')}>
      <h2 className={p.h2}>{t('customer.tickets')} <span className={p.muted}>{totalCapped ? '999+' : formats.number(total)}</span></h2>
      {nodes.length === 0 ? <p className={s.quiet}>{t('customer.noTickets')}</p> : (
        <div className={p.tableWrap}>
          <table className={p.table}>
            <thead><tr><th>{t('field.subject')}</th><th>{t('field.kind')}</th><th>{t('field.status')}</th><th className={p.right}>{t('field.created')}</th></tr></thead>
            <tbody>
              {nodes.map((ticket) => (
                <tr key={ticket.id}>
                  <td><Link to="/t/$number" params={{ number: String(ticket.number) }}>#{ticket.number} {ticket.subject ?? t('ticket.noSubject')}</Link></td>
                  <td>{t(`kind.${ticket.kind}`)}</td><td>{t(`status.${ticket.status}`)}</td><td className={p.right}>{formats.date(ticket.createdAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const flags: readonly CustomerFlag[] = ['RESTRICTED', 'MINOR', 'SAFETY_BAN', 'DECEASED'];

const fieldNames: Record<string, MessageId> = {
  firstName: 'field.firstName', lastName: 'field.lastName', language: 'field.language', postalAddress: 'customer.address', email: 'contact.EMAIL', phone: 'contact.PHONE',
  customerNumber: 'customer.number', contactPoint: 'history.contactPoint', flags: 'history.flags',
};

function History({ customer }: { customer: Customer }) {
  const t = useT();
  const formats = useFormats();
  const { nodes } = customer.history;
  const said = (field: string, value: string | null): string => (field === 'flags' ? flags.filter((flag) => value?.split(' ').includes(flag.toLowerCase())).map((flag) => t(`flag.${flag}`)).join(', ') : value) || '–';
  return (
    <section className={p.section} aria-label={t('history.title')}>
      <h2 className={p.h2}>{t('history.title')}</h2>
      {nodes.length === 0 ? <p className={s.quiet}>{t('history.none')}</p> : (
        <div className={p.tableWrap}>
          <table className={p.table}>
            <thead><tr><th>{t('history.when')}</th><th>{t('history.field')}</th><th>{t('history.old')}</th><th>{t('history.new')}</th><th>{t('history.by')}</th><th>{t('reason.why')}</th></tr></thead>
            <tbody>
              {nodes.map((change) => {
                const name = fieldNames[change.field];
                return (
                  <tr key={change.id}>
                    <td className="num">{formats.date(change.at)}</td><td>{name ? t(name) : change.field}</td><td>{said(change.field, change.old)}</td><td>{said(change.field, change.new)}</td>
                    <td>{change.source === 'agent' ? change.by : `${change.by} · ${change.source}`}</td><td>{change.reason ?? '–'}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
