import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@kaiku/kernel';
import type { Sql } from '@kaiku/staff/testing';
import type { InvitationState, LogicRule, Question, SurveyState, SurveyTexts } from '../survey.words';
import { newSurveyToken, surveyTokenHash } from '../tokens';
import { SHIPPED_QUESTIONS, SHIPPED_TEXTS } from '../shipped';

const AT = '2026-11-23T08:00:00.000Z';
/** Monday to Sunday, the whole day: a window that never waits. */
const ALWAYS = { zone: 'Europe/Helsinki', days: {}, holidays: false };

export interface ASurvey {
  id?: string; key?: string; name?: string; state?: SurveyState; trigger?: 'ticket_solved' | 'campaign'; mode?: 'identified' | 'anonymous'; purpose?: string; legalMode?: 'service' | 'strict';
  questions?: readonly Question[]; logic?: readonly LogicRule[]; texts?: SurveyTexts; sendWindow?: unknown; delayMinutes?: number; sampleBp?: number; minIntervalDays?: number; exemptReason?: string | null;
  reminderAfterDays?: number | null; expiryDays?: number; editWindowHours?: number; followupRules?: unknown; quota?: number | null; dailyCap?: number | null;
}
export interface BuiltSurvey { id: string; versionId: string }

/** Inserts a survey with one version: an active CSAT survey of solved cases, asked at once and always, unless told. */
export async function aSurvey(db: Sql, given: ASurvey = {}): Promise<BuiltSurvey> {
  const id = given.id ?? newId();
  const versionId = newId();
  const state = given.state ?? 'active';
  const questions = given.questions ?? SHIPPED_QUESTIONS;
  const logic = given.logic ?? [];
  const texts = given.texts ?? SHIPPED_TEXTS;
  await db.sql(
    `INSERT INTO survey (id, key, name, purpose, trigger, mode, legal_mode, state, send_window, delay_minutes, sample_bp, min_interval_days, exempt_reason, reminder_after_days, expiry_days, edit_window_hours, followup_rules, quota, daily_cap, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'draft', $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19)`,
    [
      id, given.key ?? `survey-${id}`, given.name ?? 'Palaute palvelusta', given.purpose ?? 'service_quality', given.trigger ?? 'ticket_solved', given.mode ?? 'identified', given.legalMode ?? 'service',
      JSON.stringify(given.sendWindow ?? ALWAYS), given.delayMinutes ?? 0, given.sampleBp ?? 10_000, given.minIntervalDays ?? 30, given.exemptReason ?? null, given.reminderAfterDays ?? null, given.expiryDays ?? 28,
      given.editWindowHours ?? 72, JSON.stringify(given.followupRules ?? [{ question: 'csat', atMost: 2 }]), given.quota ?? null, given.dailyCap ?? null, AT,
    ],
  );
  await db.sql(`INSERT INTO survey_version (id, survey_id, number, questions, logic, texts, checksum, created_at, activated_at) VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8)`, [
    versionId, id, JSON.stringify(questions), JSON.stringify(logic), JSON.stringify(texts), createHash('sha256').update(JSON.stringify([questions, logic, texts])).digest(), AT, state === 'active' ? AT : null,
  ]);
  await db.sql(`UPDATE survey SET state = $2, active_version_id = $3 WHERE id = $1`, [id, state, state === 'draft' ? null : versionId]);
  return { id, versionId };
}

export interface AnInvitation {
  id?: string; survey: BuiltSurvey; customerId: string; ticketId?: string | null; resolutionNo?: number; contactPointId?: string | null; addressHash?: Buffer; language?: 'fi' | 'sv' | 'en'; snapshot?: unknown;
  state?: InvitationState; reason?: string | null; plannedAt?: string; dispatchedAt?: string; expiresAt?: string; token?: string; messageId?: string;
}

/** Inserts an invitation, sent at 08:00 and open for 28 days unless told. @returns also the token of its link */
export async function anInvitation(db: Sql, given: AnInvitation): Promise<{ id: string; token: string }> {
  const id = given.id ?? newId();
  const state = given.state ?? 'sent';
  const left = !['planned', 'claimed', 'cancelled'].includes(state);
  const token = given.token ?? newSurveyToken();
  const dispatchedAt = given.dispatchedAt ?? AT;
  await db.sql(
    `INSERT INTO survey_invitation (id, survey_id, version_id, customer_id, ticket_id, resolution_no, contact_point_id, address_hash, language, snapshot, state, reason, planned_at, dispatched_at, message_id, token_hash, expires_at, answered_at, voided_at, created_at, trace_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 'test')`,
    [
      id, given.survey.id, given.survey.versionId, given.customerId, given.ticketId ?? null, given.resolutionNo ?? 1, given.contactPointId ?? null, given.addressHash ?? randomBytes(32), given.language ?? 'fi',
      JSON.stringify(given.snapshot ?? {}), state, given.reason ?? (state === 'cancelled' ? 'by_staff' : null), given.plannedAt ?? AT, left && state !== 'sending' ? dispatchedAt : null, left ? (given.messageId ?? `<inv-${id}@desk.example>`) : null,
      left ? surveyTokenHash(token) : null, left ? (given.expiresAt ?? new Date(Date.parse(dispatchedAt) + 28 * 86_400_000).toISOString()) : null, state === 'answered' ? dispatchedAt : null, state === 'voided' ? dispatchedAt : null, AT,
    ],
  );
  return { id, token };
}
