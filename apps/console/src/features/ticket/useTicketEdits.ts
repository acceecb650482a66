import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useFailureText } from '../../app/failure';
import { keys, patchOptimistically, patchTicket } from '../../data/entities';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import type { Row } from '../../data/types';
import {
  AssignTicketDocument, ChangeTicketKindDocument, ReopenTicketDocument, SolveTicketDocument, TagTicketDocument, UpdateTicketDocument, WaiveReplyDocument,
  type TicketKind, type TicketPriority, type TicketStatus, type UpdateTicketMutation,
} from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';

type ConflictMember = Extract<UpdateTicketMutation['updateTicket'], { __typename: 'TicketConflict' }>;

export interface Conflict { field: string; yours: unknown; theirs: unknown; changedBy: string | null; again: () => void }
export type Outcome = 'done' | 'needs_reason' | 'refused';
type Call = (version: number) => Promise<Outcome>;

const queues = new Map<number, Promise<unknown>>();

/**
 * Changes to one ticket, shown at once and sent one after another, so that each names the version the one before it made.
 * What the server refuses is put back, and said beside the controls.
 */
export function useTicketEdits(number: number, ticketId: string) {
  const client = useQueryClient();
  const t = useT();
  const failureText = useFailureText();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [problem, setProblem] = useState<{ text: string; reference?: string; again: () => void } | null>(null);
  const latest = useRef({ client, t, failureText });
  latest.current = { client, t, failureText };
  // What the server says of the ticket in a refusal goes in after the optimistic change has been taken back.
  const told = useRef<Row | null>(null);

  const run = useCallback((optimistic: Partial<Row>, call: Call, again: () => void): Promise<Outcome> => {
    setConflict(null);
    setProblem(null);
    const back = patchOptimistically(client, number, optimistic);
    const turn = (queues.get(number) ?? Promise.resolve()).then(async (): Promise<Outcome> => {
      try {
        const version = client.getQueryData<Row | null>(keys.row(number))?.version ?? 0;
        const outcome = await call(version);
        if (outcome !== 'done') {
          back();
          if (told.current) patchTicket(client, told.current);
          told.current = null;
        } else void client.invalidateQueries({ queryKey: keys.ticket(number) });
        return outcome;
      } catch (error) {
        back();
        setProblem({ ...latest.current.failureText(error, latest.current.t('ticket.change')), again });
        return 'refused';
      }
    });
    queues.set(number, turn);
    return turn;
  }, [client, number]);

  return useMemo(() => {
    const say = (text: string, again: () => void): Outcome => { setProblem({ text, again }); return 'refused'; };
    const patched = (ticket: Row): Outcome => { patchTicket(client, ticket); return 'done'; };
    const clash = (member: ConflictMember, again: () => void): Outcome => {
      told.current = member.ticket;
      setConflict({ field: member.field, yours: member.yours, theirs: member.theirs, changedBy: member.changedBy, again });
      return 'refused';
    };
    /** The answers that every command on a ticket can give. */
    const common = (again: () => void) => ({
      Ticket: patched,
      TicketNotFound: () => say(t('ticket.notFound'), again),
      TicketConflict: (member: ConflictMember) => clash(member, again),
      InvalidInput: (member: { message: string; fields: { message: string }[] }) => say(member.fields[0]?.message ?? member.message, again),
    });

    const update = (input: { status?: TicketStatus; priority?: TicketPriority; teamId?: string; subject?: string; snoozeUntil?: string }, optimistic: Partial<Row>): Promise<Outcome> => {
      const again = (): void => void update(input, optimistic);
      return run(optimistic, async (expectedVersion) => match((await execute(UpdateTicketDocument, { input: { ticketId, expectedVersion, ...input } })).updateTicket, {
        ...common(again),
        TicketStatusNotAllowed: () => say(t('ticket.statusNotAllowed'), again),
        TeamNotFound: () => say(t('ticket.teamNotFound'), again),
      }), again);
    };
    const assign = (person: Row['assignee']): Promise<Outcome> => {
      const again = (): void => void assign(person);
      return run({ assignee: person }, async (expectedVersion) => match((await execute(AssignTicketDocument, { input: { ticketId, expectedVersion, assigneeId: person?.id ?? null } })).assignTicket, {
        ...common(again),
        AssigneeNotAllowed: () => say(t('ticket.assigneeNotAllowed', { name: person?.name ?? '' }), again),
      }), again);
    };
    const changeKind = (kind: TicketKind, key = crypto.randomUUID()): Promise<Outcome> => {
      const again = (): void => void changeKind(kind, key);
      return run({ kind }, async (expectedVersion) => match((await execute(ChangeTicketKindDocument, { input: { idempotencyKey: key, ticketId, expectedVersion, kind } })).changeTicketKind, {
        ...common(again),
        IdempotencyKeyReused: () => say(t('failure.keyReused'), () => void changeKind(kind)),
      }), again);
    };
    const tag = (tags: string[], add: string[], remove: string[]): Promise<Outcome> => {
      const again = (): void => void tag(tags, add, remove);
      const next = [...new Set([...tags, ...add])].filter((each) => !remove.includes(each));
      return run({ tags: next }, async (expectedVersion) => match((await execute(TagTicketDocument, { input: { ticketId, expectedVersion, add, remove } })).tagTicket, {
        Ticket: patched, TicketNotFound: common(again).TicketNotFound, InvalidInput: common(again).InvalidInput,
      }), again);
    };
    const solve = (noReplyReason: string | null): Promise<Outcome> => {
      const again = (): void => void solve(noReplyReason);
      return run({ status: 'SOLVED' }, async (expectedVersion) => match((await execute(SolveTicketDocument, { input: { ticketId, expectedVersion, noReplyReason } })).solveTicket, {
        ...common(again),
        TicketAlreadySolved: (): Outcome => 'done',
        SolveNeedsReplyOrReason: (): Outcome => 'needs_reason',
      }), again);
    };
    const waive = (reason: string): Promise<Outcome> => {
      const again = (): void => void waive(reason);
      return run({}, async (expectedVersion) => match((await execute(WaiveReplyDocument, { input: { ticketId, expectedVersion, reason } })).waiveReply, {
        ...common(again),
        // Somebody has answered or waived meanwhile: what was wanted has come true.
        NoReplyAwaited: (): Outcome => 'done',
      }), again);
    };
    const reopen = (): Promise<Outcome> => {
      const again = (): void => void reopen();
      return run({ status: 'OPEN' }, async (expectedVersion) => match((await execute(ReopenTicketDocument, { input: { ticketId, expectedVersion } })).reopenTicket, {
        ...common(again),
        TicketNotSolved: (): Outcome => 'done',
        TicketNotReopenable: () => say(t('ticket.notReopenable'), again),
      }), again);
    };
    return {
      update, assign, changeKind, tag, solve, waive, reopen, conflict, problem,
      clear: () => { setConflict(null); setProblem(null); },
    };
  }, [client, conflict, problem, run, t, ticketId]);
}

export type TicketEdits = ReturnType<typeof useTicketEdits>;
