import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Failure } from '../../app/failure';
import { can, useSignedIn } from '../../app/session';
import { keys } from '../../data/entities';
import { execute } from '../../data/execute';
import { ContactChoicesDocument, type ChoiceSource, type ContactChannel, type ContactChoicesQuery } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { LiftChoiceDialog, type Standing } from './LiftChoiceDialog';
import { RecordChoiceDialog } from './RecordChoiceDialog';
import s from './customers.module.css';

type Found = NonNullable<ContactChoicesQuery['customer']>;
export type ChoicesCustomer = Found;

/** What would go to this customer, what they have said, and the ways to write down more. */
export function ContactChoices({ customerId, level }: { customerId: string; /** Of the headings inside. */ level: 3 | 4 }) {
  const t = useT();
  const query = useQuery({ queryKey: [...keys.customer(customerId), 'choices'], queryFn: ({ signal }) => execute(ContactChoicesDocument, { id: customerId }, signal) });
  if (query.isError && !query.data) return <Failure error={query.error} what={t('choices.title')} onRetry={() => void query.refetch()} />;
  if (!query.data) return <p className={s.quiet} role="status">{t('customer.loading')}</p>;
  const { customer } = query.data;
  if (!customer?.contactChoices) return <p className={s.quiet}>{t('customer.notFound')}</p>;
  return <Shown customer={customer} choices={customer.contactChoices} level={level} />;
}

function Shown({ customer, choices, level }: { customer: Found; choices: NonNullable<Found['contactChoices']>; level: 3 | 4 }) {
  const t = useT();
  const me = useSignedIn();
  const [recording, setRecording] = useState(false);
  const [lifting, setLifting] = useState<Standing | null>(null);
  const records = can(me, 'customer.record_choices');
  const { consents, objections, restrictions, suppressions, outlook } = choices;
  const point = (id: string | null): string | null => {
    const found = customer.contactPoints.find((each) => each.id === id);
    return id === null ? null : (found?.original ?? found?.value ?? t('masked.hidden'));
  };
  const item = (key: string, standing: Standing, name: string, noted: Noted, may: boolean) => (
    <Item key={key} name={name} noted={noted} onLift={may ? () => setLifting({ ...standing, name }) : null} lift={t(`choices.lift.${standing.kind}`)} />
  );
  const nothing = consents.length + objections.length + restrictions.length + suppressions.length === 0;
  return (
    <>
      <dl className={s.outlook}>
        {outlook.map((each) => <div key={each.purpose}><dt>{t(`purpose.${each.purpose}`)}</dt><dd>{each.allowed ? t('choices.allowed') : t(`choices.not.${each.reason ?? 'RESTRICTED'}`)}</dd></div>)}
      </dl>
      {nothing ? <p className={s.quiet}>{t('choices.none')}</p> : null}
      <List level={level} title={t('choices.restrictions')}>{restrictions.map((r) => item(r.ground, { kind: 'restriction', ground: r.ground, name: '' }, t(`ground.${r.ground}`), r, can(me, 'customer.restrict')))}</List>
      <List level={level} title={t('choices.objections')}>
        {objections.map((o) => item(`${o.scope} ${o.channel} ${o.contactPointId}`, { kind: 'objection', scope: o.scope, channel: o.channel, contactPointId: o.contactPointId, name: '' }, t(`purpose.${o.scope}`), { ...o, at: point(o.contactPointId) }, records))}
      </List>
      <List level={level} title={t('choices.consents')}>{consents.map((c) => item(`${c.purpose} ${c.channel}`, { kind: 'consent', purpose: c.purpose, channel: c.channel, name: '' }, t(`purpose.${c.purpose}`), c, records))}</List>
      <List level={level} title={t('choices.suppressions')}>
        {suppressions.map((each) => item(`${each.contactPointId} ${each.scope} ${each.cause}`, { kind: 'suppression', contactPointId: each.contactPointId, name: '' }, point(each.contactPointId) ?? '', { ...each, source: null, at: `${t(`choices.blocked.${each.scope}`)}, ${t(`cause.${each.cause}`)}` }, can(me, 'customer.suppress')))}
      </List>
      {records || can(me, 'customer.restrict') ? <Button onPress={() => setRecording(true)}>{t('choices.record')}</Button> : null}
      {recording ? <RecordChoiceDialog customer={customer} onClose={() => setRecording(false)} /> : null}
      {lifting ? <LiftChoiceDialog customerId={customer.id} standing={lifting} onClose={() => setLifting(null)} /> : null}
    </>
  );
}

interface Noted { since: string; source: ChoiceSource | null; evidence: string | null; channel?: ContactChannel | null; /** The address, or what is stopped there. */ at?: string | null }

function List({ title, level, children }: { title: string; level: 3 | 4; children: ReactNode[] }) {
  const Heading = level === 3 ? 'h3' : 'h4';
  if (children.length === 0) return null;
  return <section aria-label={title}><Heading className={s.choiceTitle}>{title}</Heading><ul className={s.choiceList}>{children}</ul></section>;
}

function Item({ name, noted, lift, onLift }: { name: string; noted: Noted; lift: string; onLift: (() => void) | null }) {
  const t = useT();
  const formats = useFormats();
  const { since, source, evidence, channel, at } = noted;
  const words = [at, channel ? t(`channelOnly.${channel}`) : null, formats.date(since), source ? t(`source.${source}`) : null].filter(Boolean).join(' · ');
  return (
    <li>
      <span className={s.receiptWhat}>{name}<span className={s.receiptSub}>{words}</span>{evidence ? <span className={s.receiptSub}>{evidence}</span> : null}</span>
      {onLift ? <Button look="link" aria-label={`${lift}: ${name}`} onPress={onLift}>{lift}</Button> : null}
    </li>
  );
}
