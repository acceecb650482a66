import { createHash } from 'node:crypto';
import { newId } from '@kaiku/kernel';
import type { TestDatabase } from '@kaiku/testing';
import type { PolicyConditions, PolicyTarget, ReminderStep } from '../policy';
import type { SubjectFacts } from '../signals';
import { definitionOf, golden } from './golden';
import { aPlan } from './sheet';

export { aPlan, aTarget } from './sheet';
type Sql = Pick<TestDatabase, 'sql'>;

const AT = '2026-01-01T00:00:00Z';

/** Inserts a calendar of the committed cases with its first version. */
export async function aCalendar(db: Sql, name = 'OFFICE', isDefault = true): Promise<{ id: string; versionId: string }> {
  const definition = definitionOf(golden().calendars[name]!);
  const [id, versionId] = [newId(), newId()];
  await db.sql('INSERT INTO business_calendar (id, name, is_default, version, created_at) VALUES ($1, $2, $3, 1, $4)', [id, name, isDefault, AT]);
  await db.sql('INSERT INTO business_calendar_version (id, calendar_id, version, definition, sha256, effective_from, created_at) VALUES ($1, $2, 1, $3, $4, $5, $5)', [
    versionId, id, JSON.stringify(definition), createHash('sha256').update(JSON.stringify(definition)).digest(), AT,
  ]);
  return { id, versionId };
}

/** Inserts a reminder plan. */
export async function aReminderPlan(db: Sql, steps: readonly ReminderStep[] = aPlan): Promise<string> {
  const id = newId();
  await db.sql('INSERT INTO reminder_plan (id, name, version, steps, created_at) VALUES ($1, $2, 1, $3, $4)', [id, `plan ${id}`, JSON.stringify(steps), AT]);
  return id;
}

/** Inserts an active policy with its first version, tried after those that are there; for every matter unless told. */
export async function aPolicy(db: Sql, targets: readonly PolicyTarget[], conditions: PolicyConditions = {}): Promise<{ id: string; versionId: string }> {
  const [id, versionId] = [newId(), newId()];
  await db.sql('INSERT INTO deadline_policy (id, name, rank, active, version, created_at) VALUES ($1, $2, (SELECT count(*) + 1 FROM deadline_policy), true, 1, $3)', [id, `policy ${id}`, AT]);
  await db.sql('INSERT INTO deadline_policy_version (id, policy_id, version, conditions, targets, effective_from, created_at) VALUES ($1, $2, 1, $3, $4, $5, $5)', [
    versionId, id, JSON.stringify(conditions), JSON.stringify(targets), AT,
  ]);
  return { id, versionId };
}

/** What a subject is told of: a question by mail, to a team that need not exist. */
export const aSubject = (more: Partial<SubjectFacts> = {}): { id: string; facts: SubjectFacts } => ({
  id: newId(),
  facts: { kind: 'question', channel: 'email', priority: 'normal', language: 'fi', tags: [], customerTier: null, answerWanted: true, status: 'new', teamId: newId(), assigneeId: null, receivedAt: new Date('2026-11-23T09:00:00Z'), hasHumanReply: false, ...more },
});
