import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Failure } from '../../app/failure';
import type { OpenedTicket } from '../../data/types';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { EntryCard } from './EntryCard';
import { SystemLines } from './SystemLines';
import s from './ticket.module.css';
import { timelineItems } from './timeline-items';
import { readEarlier } from './useTicket';

export interface EntryActions {
  onUndo: (entryId: string) => Promise<string | null>;
  onResend: (entryId: string) => Promise<string | null>;
}

/** Oldest to newest, held to the end; opens at what is new, and keeps its place while the reader reads. */
export function Timeline({ opened, seenId, me, actions }: { opened: OpenedTicket; seenId: string | null; me: string; actions: EntryActions }) {
  const t = useT();
  const client = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const heightBefore = useRef<number | null>(null);
  const [reading, setReading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { entries, ticket } = opened;
  const items = useMemo(() => timelineItems(entries, seenId, me), [entries, seenId, me]);
  const newest = entries.at(-1);
  const said = useRef(newest?.id);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const line = element.querySelector('[data-new]');
    if (line) line.scrollIntoView({ block: 'start' });
    else element.scrollTop = element.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (heightBefore.current !== null) {
      element.scrollTop += element.scrollHeight - heightBefore.current;
      heightBefore.current = null;
    } else if (atEnd.current) element.scrollTop = element.scrollHeight;
  }, [entries]);

  // Pictures and folded frames grow after they are drawn: who stood at the end stays there.
  useEffect(() => {
    const element = box.current;
    const inner = element?.firstElementChild;
    if (!element || !inner) return;
    const observer = new ResizeObserver(() => { if (atEnd.current) element.scrollTop = element.scrollHeight; });
    observer.observe(element);
    observer.observe(inner);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!newest || said.current === newest.id) return;
    said.current = newest.id;
    if (newest.kind === 'CUSTOMER_MESSAGE') announce(t('timeline.newFrom', { name: newest.authorName ?? t('author.customer') }));
  }, [newest, t]);

  const earlier = async () => {
    setReading(true);
    setError(null);
    heightBefore.current = box.current?.scrollHeight ?? null;
    atEnd.current = false;
    try { await readEarlier(client, ticket.number); } catch (failure) { heightBefore.current = null; setError(failure); }
    setReading(false);
  };

  return (
    <div
      ref={box} className={s.timeline} role="log" aria-live="off" aria-label={t('timeline.label')} tabIndex={0}
      onScroll={(event) => { const { scrollTop, scrollHeight, clientHeight } = event.currentTarget; atEnd.current = scrollHeight - scrollTop - clientHeight < 48; }}
    >
      <div className={s.timelineInner}>
        {opened.hasEarlier ? <Button className={s.earlier} isPending={reading} onPress={() => void earlier()}>{t('timeline.earlier')}</Button> : null}
        {error ? <Failure error={error} what={t('timeline.earlierThing')} onRetry={() => void earlier()} /> : null}
        {entries.length === 0 ? <p className={s.quiet}>{t('timeline.empty')}</p> : null}
        {items.map((item) => item.type === 'new'
          ? <div key={item.key} data-new="" className={s.newLine} role="separator" aria-label={t('timeline.new')}><span aria-hidden="true">{t('timeline.new')}</span></div>
          : item.type === 'system'
            ? <SystemLines key={item.key} item={item} />
            : <EntryCard key={item.key} entry={item.entry} ticketLanguage={ticket.language} actions={actions} />)}
      </div>
    </div>
  );
}
