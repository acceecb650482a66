import type { ImaginedClocks, Signal } from '@kaiku/deadlines';
import { LIMITS } from '@kaiku/kernel';
import { MET_IN_CONTACT } from '@kaiku/calls';
import type { EntryKind, TicketStatus } from '@kaiku/tickets';
import type { SeededCustomer } from './make-customer';
import type { Random } from './random';
import type { RowBatch } from './rows';
import { Story } from './write-text';
import { someLanguage } from './people';

export interface SeededTeam {
  readonly id: string;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
}
export interface TicketPlan {
  /** When the customer turned to us, in milliseconds. */
  readonly at: number;
  readonly open: boolean;
  readonly team: SeededTeam;
  readonly customer: SeededCustomer | null;
}

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
/** Like the product's own preview; our texts have no character of several parts, so none can be cut in two. */
function previewOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LIMITS.entry.preview ? line : `${line.slice(0, LIMITS.entry.preview - 1).trimEnd()}…`;
}
const iso = (ms: number): string => new Date(ms).toISOString();
type Step = 'told' | 'note' | 'answer' | 'more' | 'settled' | 'thanks' | 'call';
const KINDS: Readonly<Record<Step, EntryKind>> = { told: 'customer_message', more: 'customer_message', thanks: 'customer_message', answer: 'reply', settled: 'reply', note: 'note', call: 'call' };
const OURS = new Set<Step>(['answer', 'settled', 'note', 'call']);
const MAILBOX = 'asiakaspalvelu@lumo.example';
const CALL_TOPICS: Readonly<Record<string, string>> = { food_reaction: 'complaint', food_spoiled: 'complaint', gear_broken: 'complaint', delivery_missing: 'order', return: 'return', loyalty: 'loyalty', advice: 'product', invoice: 'order' };

function statusOf(random: Random, open: boolean): TicketStatus {
  return open ? random.weighted({ new: 30, open: 42, waiting_customer: 18, waiting_third_party: 5, snoozed: 5 }) : 'closed';
}

/** What happens on the ticket, in order; 3.2 steps on the average. */
function stepsOf(random: Random, status: TicketStatus, byPhone: boolean, unanswered: boolean): Step[] {
  if (byPhone) return status === 'closed' ? ['call'] : random.chance(0.4) ? ['call', 'note'] : ['call'];
  const noted: Step[] = random.chance(0.3) ? ['note'] : [];
  if (status === 'new') return random.chance(0.15) ? ['told', 'more'] : ['told'];
  if (unanswered) return ['told', ...noted];
  if (status === 'open') return random.chance(0.55) ? ['told', ...noted, 'answer', 'more'] : ['told', 'note'];
  const further: Step[] = random.chance(0.58) ? ['more', 'settled'] : [];
  const last: Step[] = status === 'closed' && random.chance(0.24) ? ['thanks'] : [];
  return ['told', ...noted, 'answer', ...further, ...last];
}

type Clocks = Awaited<ReturnType<ImaginedClocks['begin']>>;

/** Adds a ticket with its entries, messages and call, and the clocks of one that is open. @param now instant of the seeding, in milliseconds: nothing lies after it */
export function makeTicket(random: Random, plan: TicketPlan, now: number, clocks: Clocks, rows: RowBatch): void {
  const { at, open, team, customer } = plan;
  const story = new Story(random, customer?.language ?? someLanguage(random), customer, at);
  const byPhone = random.chance(0.07);
  const email = customer?.email ?? null;
  const channel = byPhone ? 'phone' : email ? random.weighted({ email: 72, form: 21, store: 4, letter: 2, api: 1 }) : random.weighted({ form: 70, store: 20, letter: 10 });
  const mailed = channel === 'email' || channel === 'form';
  let status = statusOf(random, open);
  const unanswered = !open && !byPhone && random.chance(0.08);
  const steps = stepsOf(random, status, byPhone, unanswered);
  const agent = status === 'new' && random.chance(0.8) ? null : random.of(team.staff);
  const writer = agent ?? random.of(team.staff);
  const ticketId = random.idAt(at);
  const subject = byPhone ? story.called().slice(0, LIMITS.ticket.subject) : story.subject();
  const reach = Math.max(steps.length * MINUTE, Math.min(random.between(2, 90) * HOUR, now - at - MINUTE));
  let last = { id: '', kind: 'call' as EntryKind, at, preview: null as string | null, byUs: false, staffId: null as string | null };
  let time = at;
  let firstEntryId = '';
  const said: Signal[] = [];
  steps.forEach((step, i) => {
    time = i === 0 ? at : Math.max(time + MINUTE, at + Math.floor((reach * (i + random.unit() * 0.5)) / steps.length));
    const ours = OURS.has(step);
    const kind = KINDS[step];
    const body = step === 'call' ? subject : story[step]();
    const entryId = random.idAt(time);
    firstEntryId ||= entryId;
    if (i > 0 && kind !== 'note') said.push({ type: ours ? 'reply' : 'contact', at: new Date(time), entryId });
    const preview = previewOf(body);
    const visibility = kind === 'note' || kind === 'call' ? 'internal' : 'public';
    const authorName = ours ? writer.name : customer ? `${customer.firstName} ${customer.lastName}` : null;
    rows.add('ticket_entry', {
      id: entryId, ticket_id: ticketId, kind, visibility, author_kind: ours ? 'agent' : 'customer', author_staff_id: ours ? writer.id : null, author_name: authorName, channel: kind === 'note' ? null : channel,
      at: iso(time), recorded_at: iso(time), preview, body, change: null, is_customer_contact: !ours, is_human_reply: kind === 'reply',
    });
    if (mailed && visibility === 'public') {
      const theirs = { name: customer ? `${customer.firstName} ${customer.lastName}` : '', address: email };
      const us = { name: 'Lumo', address: MAILBOX };
      rows.add('message', {
        entry_id: entryId, entry_visibility: 'public', ticket_id: ticketId, direction: ours ? 'outbound' : 'inbound', rfc_message_id: channel === 'email' ? `<${entryId}@${ours ? 'lumo.example' : 'posti.example'}>` : null,
        in_reply_to: last.id && channel === 'email' ? `<${last.id}@posti.example>` : null, reference_ids: [], from_name: authorName, from_address: ours ? MAILBOX : email,
        to_addresses: ours ? (email ? [theirs] : []) : [us], cc_addresses: [], subject: i === 0 ? subject : `Re: ${subject}`, simple: true, remote_images: false, sanitiser_version: 0, automatic: 'none',
      });
    }
    last = { id: entryId, kind, at: time, preview, byUs: ours, staffId: ours ? writer.id : null };
  });
  if (mailed && email) rows.add('participant', { ticket_id: ticketId, address: email, added_by: null, added_at: iso(at) });
  if (byPhone) addCall(random, rows, { entryId: firstEntryId, staffId: writer.id, at, open, topic: story.matter.topic }, customer);
  const answered = steps.includes('answer');
  const solvedAt = open ? null : last.at + MINUTE;
  if (solvedAt !== null && solvedAt > now - LIMITS.ticket.reopenDays * DAY) status = 'solved';
  const kind = byPhone ? 'call' : story.matter.kind;
  const priority = random.weighted({ low: 6, normal: 78, high: 13, urgent: 3 });
  const answerWanted = story.matter.topic !== 'idea';
  const signals = open ? signalsOf({ at, firstEntryId, byPhone, mailed, said, status, lastAt: last.at }) : [];
  const facts = { kind, channel, priority, language: story.language, tags: story.matter.tags, customerTier: null, answerWanted, status: 'new', teamId: team.id, assigneeId: agent?.id ?? null, receivedAt: new Date(at), hasHumanReply: false };
  const { next, ...running } = clocks({ id: ticketId, kind: 'ticket' }, facts, signals, () => random.idAt(at));
  for (const row of running.deadline) rows.add('deadline', row);
  for (const row of running.deadline_event) rows.add('deadline_event', row);
  for (const row of running.deadline_reminder) rows.add('deadline_reminder', row);
  rows.add('ticket', {
    id: ticketId, version: steps.length + (open ? 0 : 1), kind, status, priority, channel, subject, language: story.language,
    order_number: story.order, answer_wanted: answerWanted, team_id: team.id, assignee_id: agent?.id ?? null, customer_id: customer?.id ?? null, tags: story.matter.tags,
    received_at: iso(at), created_at: iso(at), updated_at: iso(solvedAt ?? last.at), solved_at: solvedAt === null ? null : iso(solvedAt), snooze_until: status === 'snoozed' ? iso(now + random.between(1, 9) * DAY) : null,
    has_human_reply: answered, no_reply_reason: open || answered ? null : byPhone ? MET_IN_CONTACT : story.noReplyReason(), next_due_at: next.nextDueAt?.toISOString() ?? null, next_deadline_id: next.nextDeadlineId,
    last_entry_id: last.id, last_entry_kind: last.kind, last_entry_at: iso(last.at), last_entry_preview: last.preview, last_entry_by_us: last.byUs, last_entry_staff_id: last.staffId,
  });
}

/** What happened, as the desk would have told its clocks: a call is met while it lasts, what comes in writing is acknowledged at once. */
function signalsOf(of: { at: number; firstEntryId: string; byPhone: boolean; mailed: boolean; said: readonly Signal[]; status: TicketStatus; lastAt: number }): Signal[] {
  const at = new Date(of.at);
  return [
    { type: 'opened', at, contactEntryId: of.firstEntryId, byAgent: false },
    ...(of.byPhone ? [{ type: 'in_contact', at, answeredAt: at, entryId: of.firstEntryId } as const] : []),
    ...(of.mailed ? [{ type: 'ack', at, entryId: null, automatic: true } as const] : []),
    ...of.said,
    ...(of.status === 'new' ? [] : [{ type: 'status', at: new Date(of.lastAt), from: 'new', to: of.status, by: 'agent' } as const]),
  ];
}

function addCall(random: Random, rows: RowBatch, call: { entryId: string; staffId: string; at: number; open: boolean; topic: string }, customer: SeededCustomer | null): void {
  const { entryId, staffId, at, open, topic } = call;
  rows.add('call', {
    id: random.idAt(at), entry_id: entryId, staff_id: staffId, customer_id: customer?.id ?? null, number: customer?.phone ?? null, direction: 'inbound', started_at: iso(at), ended_at: iso(at + random.between(1, 14) * MINUTE),
    topic: CALL_TOPICS[topic] ?? 'other', outcome: open ? 'needs_work' : 'solved', call_back_at: null, recorded_at: iso(at),
  });
}
