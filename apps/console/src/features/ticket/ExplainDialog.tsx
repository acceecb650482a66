import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import { execute } from '../../data/execute';
import type { OpenedTicket } from '../../data/types';
import { ExplainDeadlineDocument } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { metricOrder } from '../../ui/clock-state';
import { Dialog } from '../../ui/Dialog';
import s from './deadlines.module.css';
import { Explained } from './Explained';
import { FixForm } from './FixForm';

const running = ['RUNNING', 'PAUSED', 'SUSPENDED', 'ERROR'];

/** How one clock of a ticket is counted, to the minute and with its grounds. */
export function ExplainDialog({ opened, id, mayFix, onPick, onClose }: { opened: OpenedTicket; id: string; mayFix: boolean; onPick: (id: string) => void; onClose: () => void }) {
  const t = useT();
  const [fixing, setFixing] = useState(false);
  const clocks = [...opened.ticket.deadlines].sort((a, b) => metricOrder.indexOf(a.metric) - metricOrder.indexOf(b.metric) || a.cycle - b.cycle);
  const clock = clocks.find((each) => each.id === id);
  // Whatever changes the clock changes what is shown here.
  const query = useQuery({
    queryKey: ['explain', id, clock?.state, clock?.dueAt, clock?.stoppedAt], staleTime: 0, gcTime: 60_000,
    queryFn: async ({ signal }) => (await execute(ExplainDeadlineDocument, { id }, signal)).explainDeadline,
  });
  const name = (metric: (typeof clocks)[number]['metric'], cycle: number): string => (cycle > 1 ? t('deadline.explain.cycle', { metric: t(`deadline.metric.${metric}`), cycle }) : t(`deadline.metric.${metric}`));
  const open = clock && running.includes(clock.state);
  return (
    <Dialog
      wide title={t('deadline.explain.title')} onClose={onClose}
      foot={<>{open && mayFix && !fixing ? <Button onPress={() => setFixing(true)}>{t('deadline.fix.open')}</Button> : <span />}<Button look="primary" onPress={onClose}>{t('action.close')}</Button></>}
    >
      {clocks.length > 1 ? <Choices label={t('deadline.explain.which')} hideLabel value={id} onChange={(next) => { setFixing(false); onPick(next); }} options={clocks.map((each) => ({ value: each.id, label: name(each.metric, each.cycle) }))} /> : null}
      {fixing && clock ? <FixForm clock={clock} number={opened.ticket.number} onDone={() => { setFixing(false); void query.refetch(); }} onCancel={() => setFixing(false)} /> : null}
      {query.isError ? <Failure error={query.error} what={t('deadline.explain.title')} onRetry={() => void query.refetch()} /> : null}
      {query.data === null ? <p>{t('deadline.explain.gone')}</p> : null}
      {query.data ? <Explained told={query.data} title={name(query.data.deadline.metric, query.data.deadline.cycle)} opened={opened} onClose={onClose} /> : null}
      {query.isPending ? <div role="status"><span className="sr">{t('deadline.explain.loading')}</span>{[0, 1, 2, 3].map((row) => <div key={row} className={s.ghost} style={{ marginTop: 10 }} aria-hidden="true" />)}</div> : null}
    </Dialog>
  );
}
