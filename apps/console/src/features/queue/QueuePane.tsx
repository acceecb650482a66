import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useSettings } from '../../data/settings';
import { useCommand } from '../../app/keys/useCommand';
import { Failure } from '../../app/failure';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { neighbour } from './frozen-order';
import { QueueRow } from './QueueRow';
import { SelectionBar } from './SelectionBar';
import s from './queue.module.css';
import type { Queue } from './useQueue';

const restBeforePreview = 150;

/** The list of one view. Focus stays on the list while rows come and go under it; the active row is told by its id. */
export function QueuePane({ title, queue, opened, onOpen, onPreview, empty, offline, me }: {
  title: string; queue: Queue; opened: number | null;
  onOpen: (number: number) => void; onPreview: (number: number) => void;
  empty: ReactNode; offline: string | null; me: string;
}) {
  const t = useT();
  const formats = useFormats();
  const { density } = useSettings();
  const compact = density === 'compact';
  const { query, order, showLatest } = queue;
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(opened);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const preview = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const shown = order?.shown ?? [];

  useEffect(() => { if (opened !== null) setActive(opened); }, [opened]);
  useEffect(() => () => clearTimeout(preview.current), []);

  const rows = useVirtualizer({ count: shown.length, getScrollElement: () => scroll.current, estimateSize: () => (compact ? 44 : 76), overscan: 8, getItemKey: (index) => shown[index] ?? index });
  useEffect(() => rows.measure(), [compact, rows]);

  // A ticket opened by its link may stand far down: the list begins where it is.
  const placed = useRef(false);
  useEffect(() => {
    if (placed.current || !order || opened === null) return;
    placed.current = true;
    const at = order.shown.indexOf(opened);
    if (at > 0) rows.scrollToIndex(at, { align: 'center' });
  }, [order, opened, rows]);

  const goTo = useCallback((number: number | null) => {
    if (number === null || !order) return;
    setActive(number);
    rows.scrollToIndex(order.shown.indexOf(number), { align: 'auto' });
    clearTimeout(preview.current);
    preview.current = setTimeout(() => onPreview(number), restBeforePreview);
  }, [order, rows, onPreview]);
  const move = useCallback((step: 1 | -1) => { if (order) goTo(neighbour(order, active, step)); }, [order, active, goTo]);
  const toggle = useCallback((number: number | null) => {
    if (number === null) return;
    setSelected((old) => { const next = new Set(old); if (!next.delete(number)) next.add(number); return next; });
  }, []);
  const extend = useCallback((step: 1 | -1) => {
    if (!order || active === null) return;
    const to = neighbour(order, active, step);
    setSelected((old) => new Set([...old, active, ...(to === null ? [] : [to])]));
    goTo(to);
  }, [order, active, goTo]);
  const open = useCallback((number: number) => { clearTimeout(preview.current); setActive(number); onOpen(number); }, [onOpen]);
  const openActive = useCallback(() => { if (active !== null) open(active); }, [active, open]);
  const show = useCallback(() => { showLatest(); announce(t('queue.shown')); }, [showLatest, t]);

  const any = shown.length > 0;
  useCommand({ id: 'queue.next', label: 'command.next', scope: 'queue', keys: ['j'], hidden: true, enabled: any, run: () => move(1) });
  useCommand({ id: 'queue.previous', label: 'command.previous', scope: 'queue', keys: ['k'], hidden: true, enabled: any, run: () => move(-1) });
  useCommand({ id: 'queue.open', label: 'command.openTicket', scope: 'queue', keys: ['o'], hidden: true, enabled: active !== null, run: openActive });
  useCommand({ id: 'queue.select', label: 'command.select', scope: 'queue', keys: ['x'], hidden: true, enabled: active !== null, run: () => toggle(active) });
  useCommand({ id: 'queue.extendDown', label: 'command.extendDown', scope: 'queue', keys: ['Shift+j'], hidden: true, enabled: any, run: () => extend(1) });
  useCommand({ id: 'queue.extendUp', label: 'command.extendUp', scope: 'queue', keys: ['Shift+k'], hidden: true, enabled: any, run: () => extend(-1) });
  useCommand({ id: 'queue.show', label: 'command.showNew', scope: 'queue', keys: ['.'], enabled: Boolean(order && (order.arrivals.length || order.gone.size)), run: show });

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if ((event.ctrlKey || event.metaKey) && event.key === 'a') { event.preventDefault(); setSelected(new Set(shown)); }
      return;
    }
    if (event.key === 'ArrowDown') { event.preventDefault(); if (event.shiftKey) extend(1); else move(1); }
    else if (event.key === 'ArrowUp') { event.preventDefault(); if (event.shiftKey) extend(-1); else move(-1); }
    else if (event.key === 'Home') { event.preventDefault(); goTo(shown[0] ?? null); }
    else if (event.key === 'End') { event.preventDefault(); goTo(shown.at(-1) ?? null); }
    else if (event.key === 'Enter') { event.preventDefault(); openActive(); }
    else if (event.key === ' ') { event.preventDefault(); toggle(active); }
    else if (event.key === 'Escape' && selected.size) { event.preventDefault(); setSelected(new Set()); }
  };

  const total = queue.capped ? '999+' : formats.number(queue.total);
  return (
    <section className={s.pane} aria-labelledby="queue-title">
      {selected.size > 0
        ? <><h1 id="queue-title" className="sr">{title}</h1><SelectionBar numbers={[...selected]} me={me} onClear={() => setSelected(new Set())} onKeep={(left) => setSelected(new Set(left))} /></>
        : (
          <div className={s.head}>
            <h1 id="queue-title" className={s.title}>{title}</h1>
            <span className={s.total}>{query.data ? <><span aria-hidden="true">{total}</span><span className="sr">{t('queue.total', { total })}</span></> : null}</span>
            <span className={s.sort}>{t('queue.sort')}</span>
          </div>
        )}
      {offline ? <p className={s.note} role="status">{offline}</p> : null}
      {order && order.arrivals.length > 0
        ? <Button look="quiet" className={s.bar} onPress={show}>{t('queue.arrivals', { count: order.arrivals.length })}</Button>
        : order && order.gone.size > 0 ? <Button look="quiet" className={s.bar} onPress={show}>{t('queue.goneBar', { count: order.gone.size })}</Button> : null}
      {query.isError ? <div className={s.note}><Failure error={query.error} what={t('queue.thing', { view: title })} onRetry={() => void query.refetch()} /></div> : null}
      {!query.data && query.isFetching ? <Ghosts compact={compact} /> : null}
      {order && shown.length === 0 ? <div className={s.empty}>{empty}</div> : null}
      <div
        ref={scroll}
        role="grid"
        className={s.scroll}
        tabIndex={0}
        data-pane-first=""
        hidden={shown.length === 0}
        aria-label={title}
        aria-multiselectable="true"
        aria-rowcount={shown.length}
        aria-activedescendant={active !== null && shown.includes(active) ? `row-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div className={s.canvas} role="rowgroup" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const number = shown[item.index];
            return number === undefined ? null : (
              <QueueRow
                key={number} number={number} index={item.index} top={item.start} version={order?.versions.get(number)}
                active={number === active} opened={number === opened} selected={selected.has(number)} gone={order?.gone.has(number) ?? false}
                compact={compact} onOpen={open}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

/** Grey rows, still, and only when the wait is long enough to be noticed. */
function Ghosts({ compact }: { compact: boolean }) {
  const t = useT();
  const [late, setLate] = useState(false);
  useEffect(() => { const timer = setTimeout(() => setLate(true), 200); return () => clearTimeout(timer); }, []);
  if (!late) return null;
  return (
    <div role="status">
      <span className="sr">{t('queue.loading')}</span>
      {[52, 40, 60, 48, 56, 44, 58, 50].map((width, index) => (
        <div key={index} className={compact ? `${s.ghost} ${s.compact}` : s.ghost} aria-hidden="true">
          <span style={{ width: `${width - 20}%` }} />{compact ? null : <><span style={{ width: `${width + 20}%` }} /><span style={{ width: `${width}%` }} /></>}
        </div>
      ))}
    </div>
  );
}
