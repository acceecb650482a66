import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { cx } from '../../ui/cx';
import s from './calls.module.css';
import type { CallerMatch } from './CallDialog';

/** Who may be calling: the best match with the facts that change what one says, and the others as links. */
export function Matches({ matches, caller, unknown, searching, done, onPick, onUnknown }: {
  matches: CallerMatch[]; caller: CallerMatch | null; unknown: boolean; searching: boolean; done: boolean; onPick: (customerId: string) => void; onUnknown: () => void;
}) {
  const t = useT();
  const formats = useFormats();
  if (!searching) return <p className={s.hint}>{t('call.hint')}</p>;
  if (matches.length === 0) return <p className={s.hint} role="status">{done ? t('call.unknown') : t('call.looking')}</p>;
  const others = matches.filter((each) => each !== caller);
  return (
    <div className={s.matches} role="group" aria-label={t('call.matches')}>
      {caller ? (
        <div className={cx(s.match)} aria-current="true" role="status">
          <strong>{caller.customer.name ?? t('masked.hidden')}</strong>
          <span>{facts(caller, t, formats)}</span>
          <span className={s.chips}>
            {caller.customer.pets.flatMap((pet) => pet.allergies.map((allergy) => <Chip key={`${pet.id}${allergy}`} tone="warn">{t('pets.allergy', { what: allergy })}</Chip>))}
            {caller.openTickets.map((ticket) => <Chip key={ticket.id} tone="info">{t('call.openTicket', { number: ticket.number, subject: ticket.subject ?? t('ticket.noSubject') })}</Chip>)}
          </span>
        </div>
      ) : null}
      {unknown ? <p className={s.hint} role="status">{t('call.unknownChosen')}</p> : null}
      {others.length ? <p className={s.others}>{t('call.more', { count: others.length })}{' '}
        {others.map((each) => <Button key={each.customer.id} look="link" onPress={() => onPick(each.customer.id)}>{each.customer.name ?? t('masked.hidden')}</Button>)}</p> : null}
      {unknown ? null : <div><Button look="link" onPress={onUnknown}>{t('call.notThem')}</Button></div>}
    </div>
  );
}

function facts(match: CallerMatch, t: ReturnType<typeof useT>, formats: ReturnType<typeof useFormats>): string {
  const { loyalty, pets } = match.customer;
  return [
    loyalty?.tier, loyalty?.points != null ? t('call.points', { points: formats.number(loyalty.points) }) : null, ...pets.map((pet) => pet.name),
    match.exact ? null : t('call.notExact'),
  ].filter(Boolean).join(' · ');
}
