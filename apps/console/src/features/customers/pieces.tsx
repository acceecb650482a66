import { businessNow, useNow } from '../../data/clock';
import type { CustomerFullFragment, ReceiptFieldsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { languageWord, useT } from '../../i18n/intl';
import { fieldsIn, shopZone } from '../../i18n/zone';
import { Chip } from '../../ui/Chip';
import { Block, Fact, Facts } from '../../ui/Facts';
import s from './customers.module.css';

/** A value that is there but not for this viewer says so; a value that is not there is left out. */
export function Masked() {
  const t = useT();
  return <span className={s.masked}>{t('masked.hidden')}</span>;
}

/** An address breaks at the @ before it breaks anywhere else. */
function Wrapping({ text }: { text: string }) {
  const at = text.indexOf('@');
  return at < 1 ? <>{text}</> : <>{text.slice(0, at)}<wbr />{text.slice(at)}</>;
}

export function Flags({ customer }: { customer: Pick<CustomerFullFragment, 'flags'> }) {
  const t = useT();
  if (customer.flags.length === 0) return null;
  return <div className={s.chips}>{customer.flags.map((flag) => <Chip key={flag} tone={flag === 'SAFETY_BAN' ? 'dangerTint' : 'warn'}>{t(`flag.${flag}`)}</Chip>)}</div>;
}

export function ContactFacts({ customer }: { customer: CustomerFullFragment }) {
  const t = useT();
  const formats = useFormats();
  const hidden = customer.maskedFields;
  return (
    <Facts>
      {customer.contactPoints.map((point) => (
        <Fact key={point.id} label={t(`contact.${point.kind}`)}>{point.value === null ? <Masked /> : point.original && point.kind === 'PHONE' ? point.original : <Wrapping text={point.value} />}{point.label ? ` · ${point.label}` : ''}</Fact>
      ))}
      {customer.language ? <Fact label={t('field.language')}>{languageWord(customer.language, t)}</Fact> : null}
      {customer.customerNumber ? <Fact label={t('customer.number')}>{customer.customerNumber}</Fact> : hidden.includes('customerNumber') ? <Fact label={t('customer.number')}><Masked /></Fact> : null}
      {customer.since ? <Fact label={t('customer.since')}>{t('value.since', { month: formats.month(customer.since) })}</Fact> : null}
      {customer.postalAddress ? <Fact label={t('customer.address')}>{customer.postalAddress}</Fact> : hidden.includes('postalAddress') ? <Fact label={t('customer.address')}><Masked /></Fact> : null}
    </Facts>
  );
}

export function LoyaltyBlock({ customer }: { customer: CustomerFullFragment }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const { loyalty } = customer;
  if (!loyalty) return null;
  return (
    <Block title={t('loyalty.title')} aside={formats.ago(loyalty.importedAt, now)}>
      <Facts>
        {loyalty.tier ? <Fact label={t('loyalty.tier')}>{loyalty.tier}</Fact> : null}
        {loyalty.points !== null ? <Fact label={t('loyalty.points')}><span className="num">{formats.number(loyalty.points)}</span></Fact> : null}
        {loyalty.number ? <Fact label={t('loyalty.number')}><span className="num">{loyalty.number}</span></Fact> : null}
        {loyalty.startedOn ? <Fact label={t('loyalty.since')}>{t('value.since', { month: formats.month(loyalty.startedOn) })}</Fact> : null}
        {loyalty.endedOn ? <Fact label={t('loyalty.ended')}>{formats.date(loyalty.endedOn)}</Fact> : null}
      </Facts>
    </Block>
  );
}

export function PetsBlock({ customer }: { customer: CustomerFullFragment }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const [first] = customer.pets;
  if (!first) return null;
  return (
    <Block title={t('pets.title')} aside={formats.ago(first.importedAt, now)}>
      <Facts>
        {customer.pets.map((pet) => (
          <Fact key={pet.id} label={pet.name ?? t('masked.hidden')}>
            {[speciesWord(pet.species, t), pet.birthYear ? t('pets.years', { count: fieldsIn(shopZone(), businessNow()).year - pet.birthYear }) : null].filter(Boolean).join(', ')}
            {pet.allergies.length ? <span className={s.chips}>{pet.allergies.map((allergy) => <Chip key={allergy} tone="warn">{t('pets.allergy', { what: allergy })}</Chip>)}</span> : null}
          </Fact>
        ))}
      </Facts>
    </Block>
  );
}

export function speciesWord(species: string, t: ReturnType<typeof useT>): string {
  const known = { dog: t('pets.dog'), cat: t('pets.cat'), rabbit: t('pets.rabbit'), bird: t('pets.bird'), horse: t('pets.horse'), fish: t('pets.fish') };
  return known[species.toLowerCase() as keyof typeof known] ?? species;
}

export function ReceiptList({ receipts }: { receipts: ReceiptFieldsFragment[] }) {
  const formats = useFormats();
  const t = useT();
  return (
    <ul className={s.receipts}>
      {receipts.map((receipt) => (
        <li key={receipt.id}>
          <span className={s.receiptWhat}>
            {formats.shortDate(receipt.boughtOn)} {receipt.lines.map((line) => (line.quantity > 1 ? `${line.quantity} × ${line.product}` : line.product)).join(', ') || receipt.receiptNumber}
            <span className={s.receiptSub}>{[receipt.shop, receipt.receiptNumber, ...receipt.lines.flatMap((line) => (line.batch ? [t('receipts.batch', { batch: line.batch })] : []))].join(' · ')}</span>
          </span>
          <span className={s.money}>{receipt.totalCents === null ? '' : formats.euros(receipt.totalCents)}</span>
        </li>
      ))}
    </ul>
  );
}
