import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { businessNow } from '../../data/clock';
import { keys } from '../../data/entities';
import { execute } from '../../data/execute';
import type { OpenedTicket } from '../../data/types';
import { TicketClocksDocument } from '../../graphql/generated/graphql';
import { workLeft } from '../../ui/clock-state';

const pause = 120_000;

/**
 * Working time that is left cannot always be known here: when the calendar has a break before the due time, or has opened since,
 * the server is asked again, at most every two minutes and only while the page is looked at.
 */
export function useFreshClocks(opened: OpenedTicket | null, now: number): void {
  const client = useQueryClient();
  const asked = useRef(0);
  const number = opened?.ticket.number;
  const stale = opened?.ticket.deadlines.some((clock) => clock.state === 'RUNNING' && clock.remainingWorkMs !== null && clock.dueAt !== null && Date.parse(clock.dueAt) > now && workLeft(clock, opened.clocksAt, now) === null);
  useEffect(() => {
    if (!stale || number === undefined || document.hidden || now - asked.current < pause) return;
    asked.current = now;
    void execute(TicketClocksDocument, { number }).then(({ tickets }) => {
      const [fresh] = tickets.nodes;
      if (fresh) client.setQueryData<OpenedTicket | null>(keys.ticket(number), (old) => old && old.ticket.id === fresh.id ? { ...old, clocksAt: businessNow(), ticket: { ...old.ticket, ...fresh } } : old);
    }).catch(() => undefined);
  }, [client, number, now, stale]);
}
