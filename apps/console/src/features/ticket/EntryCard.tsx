import { Download, Lock, Phone, TriangleAlert } from 'lucide-react';
import { memo, useState } from 'react';
import { useNow } from '../../data/clock';
import type { Entry } from '../../data/types';
import { useFormats } from '../../i18n/formats';
import { useT, type MessageId } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { Notice } from '../../ui/Notice';
import { Attachments } from './Attachments';
import { Delivery } from './Delivery';
import { MessageBody } from './MessageBody';
import s from './ticket.module.css';
import type { EntryActions } from './Timeline';

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** One message, note or call, full width with a rule at its left: grey the customer's, accent ours, dashed on paper what only the team sees. */
export const EntryCard = memo(function EntryCard({ entry, ticketLanguage, actions }: { entry: Entry; ticketLanguage: string; actions: EntryActions }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const { mail } = entry;
  const note = entry.visibility === 'INTERNAL';
  const ours = entry.authorKind === 'AGENT' || entry.authorKind === 'BOT';
  // What a customer said in the shop or on paper has the name of who wrote it down as its author.
  const spoken = entry.authorKind === 'CUSTOMER';
  const name = spoken ? (entry.authorName ?? t('author.customer')) : (entry.author?.name ?? entry.authorName ?? t('author.system'));
  const writer = spoken && entry.author ? t('entry.writtenBy', { name: entry.author.name }) : null;
  if (mail?.delivery === 'UNDONE') return <TakenBack entry={entry} name={name} />;
  return (
    <article id={`e-${entry.id}`} className={cx(s.card, ours && s.ours, note && s.note)} aria-label={t('timeline.entryBy', { name, what: kindWords(entry, t), when: formats.full(entry.at) })}>
      <header className={s.cardHead}>
        {note ? <Lock {...icon} /> : null}
        {entry.kind === 'CALL' ? <Phone {...icon} /> : null}
        <h3 className={s.cardName}>{name}</h3>
        <span className={s.cardKind}>{[kindWords(entry, t), writer].filter(Boolean).join(' · ')}</span>
        <time className={s.cardTime} dateTime={entry.at} title={formats.full(entry.at)}>{formats.moment(entry.at, now)}</time>
        {mail?.originalUrl ? <a className={s.original} href={mail.originalUrl} download title={t('message.original')} aria-label={t('message.original')}><Download {...icon} /></a> : null}
      </header>
      {mail && mail.cc.length > 0 ? <p className={s.cc}>{t('message.cc', { list: formats.list(mail.cc.map((address) => address.name ?? address.address ?? t('masked.hidden'))) })}</p> : null}
      {mail?.suspicion ? <Notice tone="warn">{t(suspicions[mail.suspicion] ?? 'suspicion.other')}</Notice> : null}
      {entry.call ? <CallFacts call={entry.call} /> : null}
      {entry.maskedFields.includes('text') ? <p className={s.quiet}>{t('masked.hidden')}</p> : <MessageBody entry={entry} lang={note || ours ? undefined : ticketLanguage} />}
      {mail ? <Attachments files={mail.attachments} /> : null}
      {mail?.delivery ? <Delivery entryId={entry.id} state={mail.delivery} detail={mail.deliveryDetail} undoUntil={mail.undoUntil} at={entry.at} text={entry.text ?? ''} actions={actions} /> : null}
    </article>
  );
});

/** A reply that was never sent: one quiet line, its words for who wants them. */
function TakenBack({ entry, name }: { entry: Entry; name: string }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const [open, setOpen] = useState(false);
  return (
    <div className={s.system}>
      <time dateTime={entry.at} title={formats.full(entry.at)}>{formats.moment(entry.at, now)}</time> {t('change.replyUndone', { who: name })}{' '}
      <Button look="link" aria-expanded={open} onPress={() => setOpen(!open)}>{open ? t('delivery.hideText') : t('delivery.showText')}</Button>
      {open ? <blockquote className={s.quoted}>{entry.text}</blockquote> : null}
    </div>
  );
}

const suspicions: Record<string, MessageId> = { stranger_in_thread: 'suspicion.stranger_in_thread', spoofed_agent: 'suspicion.spoofed_agent' };

function kindWords(entry: Entry, t: ReturnType<typeof useT>): string {
  if (entry.kind === 'NOTE') return t('entry.note');
  const kind = entry.kind === 'CUSTOMER_MESSAGE' ? null : t(`entry.${entry.kind}` as MessageId);
  const channel = entry.channel && entry.kind !== 'CALL' ? t(`channel.${entry.channel}`) : null;
  const machine = entry.mail?.automatic ? t('entry.automatic') : null;
  return [kind, channel, machine].filter(Boolean).join(' · ');
}

function CallFacts({ call }: { call: NonNullable<Entry['call']> }) {
  const t = useT();
  const formats = useFormats();
  const minutes = call.endedAt ? Math.max(1, Math.round((Date.parse(call.endedAt) - Date.parse(call.startedAt)) / 60_000)) : null;
  const facts = [
    call.number, t(`call.direction.${call.direction}`), t(`call.topic.${call.topic}`), minutes ? t('span.minutes', { count: minutes }) : null,
    call.outcome === 'CALL_BACK' && call.callBackAt ? t('call.backAt', { when: formats.full(call.callBackAt) }) : t(`call.outcome.${call.outcome}`),
  ];
  return <p className={s.callFacts}>{call.outcome === 'CALL_BACK' ? <TriangleAlert {...icon} /> : null}{facts.filter(Boolean).join(' · ')}</p>;
}
