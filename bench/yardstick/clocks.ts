import { newId } from '@kaiku/kernel';
import type { PoolClient } from 'pg';
import { named, run } from './statement';

// The clocks a new ticket gets by what a new desk promises: two, with the event that starts each and the first timers.
const POLICY = '00000000-0000-7000-8000-b0c100000107';
const CALENDAR = '00000000-0000-7000-8000-ca1e00000101';
const HOUR = 3_600_000;
const to = (...who: string[]) => ({ to: who, critical: false });
const PLAN = JSON.stringify([
  { step: 'half', at: { percent: 50 }, ...to('assignee') }, { step: 'warn', at: { percent: 80 }, ...to('assignee') }, { step: 'due', at: { percent: 100 }, ...to('assignee', 'lead') },
  ...[4, 8, 12].map((hours, i) => ({ step: `over_${i + 1}`, at: { afterDueBusinessHours: hours }, ...to('lead') })), { step: 'over_day', at: { max: 10, dailyAfterDue: true }, ...to('supervisor') },
]);
const target = (amount: number, automaticAck: boolean) => ({ roll: 'none', unit: 'business_days', legal: false, amount, automaticAck, pauseStatuses: [], retargetGraceMs: 1_800_000, bufferBusinessDays: 1 });
const ACKNOWLEDGE = JSON.stringify(target(1, true));
const FIRST_REPLY = JSON.stringify(target(2, false));
const started = (of: string) => JSON.stringify({ target: JSON.parse(of) as unknown, calendar: CALENDAR });

const CLOCKS = named('clocks', `
  INSERT INTO deadline (id, subject_id, subject_kind, metric, cycle_no, policy_version_id, calendar_version_id, target, plan, state, started_at, due_at, warn_at, used_ms, target_ms, generation,
    start_entry_id, kind, channel, priority, team_id, language, start_day, due_day, created_at, updated_at)
  SELECT c.id, $1, 'ticket', c.metric, 1, '${POLICY}', '${CALENDAR}', c.target, $2, 'running', $3, c.due_at, c.warn_at, 0, c.target_ms, 1, $4, 'question', 'phone', 'normal', $5, 'fi', $3::timestamptz::date, c.due_at::date, $3, $3
  FROM (VALUES ($6::uuid, 'acknowledge', $7::jsonb, $8::timestamptz, $9::timestamptz, 32400000), ($10::uuid, 'first_reply', $11::jsonb, $12::timestamptz, $13::timestamptz, 64800000)) c(id, metric, target, due_at, warn_at, target_ms)`);
const STARTS = named('starts', `
  INSERT INTO deadline_event (deadline_id, seq, type, at, recorded_at, actor_id, entry_id, payload) VALUES ($1, 1, 'start', $2, $2, $3, $4, $5), ($6, 1, 'start', $2, $2, $3, $4, $7)`);
const TIMERS = named('timers', `
  INSERT INTO deadline_reminder (id, deadline_id, generation, step, fire_at, state)
  VALUES ($1, $2, 1, 'half', $3, 'scheduled'), ($4, $2, 1, 'warn', $5, 'scheduled'), ($6, $2, 1, 'due', $7, 'scheduled'),
    ($8, $9, 1, 'half', $10, 'scheduled'), ($11, $9, 1, 'warn', $12, 'scheduled'), ($13, $9, 1, 'due', $14, 'scheduled')`);

/** @returns what the ticket's row says of the clock that is due first */
export async function startClocks(client: PoolClient, of: { ticketId: string; entryId: string; teamId: string; agentId: string; at: Date }): Promise<{ dueAt: Date; id: string }> {
  const [first, second] = [newId(), newId()];
  const after = (hours: number) => new Date(of.at.getTime() + hours * HOUR);
  const [half, warn, due, half2, warn2, due2] = [after(13), after(18), after(24), after(26), after(36), after(48)] as const;
  await run(client, CLOCKS, [of.ticketId, PLAN, of.at, of.entryId, of.teamId, first, ACKNOWLEDGE, due, warn, second, FIRST_REPLY, due2, warn2]);
  await run(client, STARTS, [first, of.at, of.agentId, of.entryId, started(ACKNOWLEDGE), second, started(FIRST_REPLY)]);
  await run(client, TIMERS, [newId(), first, half, newId(), warn, newId(), due, newId(), second, half2, newId(), warn2, newId(), due2]);
  return { dueAt: due, id: first };
}
