import { id, instant, line, LIMITS, text } from '@kaiku/kernel';
import { z } from 'zod';
import { DeadlineMetric, DeadlineUnit, RECIPIENTS, ROLLS } from '../policy';

const most = LIMITS.deadline;

export const settingName = line(120);
export const note = text(500).nullish().transform((s) => s ?? null);
export const expectedVersion = z.int();
export const ids = z.array(id).max(500).transform((all) => [...new Set(all)]);

/** Times and dates are taken as they were written: the engine says what is wrong with them, and where. */
const hours = { from: z.string().max(10), to: z.string().max(10) };

export const calendarDefinition = z.object({
  zone: z.string().max(60),
  always: z.boolean(),
  weekly: z.array(z.object({ isoDay: z.literal([1, 2, 3, 4, 5, 6, 7]), ...hours })).max(most.weeklyHours),
  days: z
    .array(
      z.object({
        date: z.string().max(10),
        kind: z.enum(['closed', 'hours']),
        intervals: z.array(z.object(hours)).max(most.dayHours),
        source: z.enum(['law', 'custom', 'feed']),
        label: line(200, 0).nullish().transform((s) => s || null),
        keepSpill: z.boolean().nullish().transform((b) => b ?? false),
      }),
    )
    .max(most.days),
});

/** An empty list is one that was not filled in: it asks for nothing. */
const words = z.array(line(60)).max(most.words).nullish().transform((all) => (all && all.length > 0 ? [...new Set(all)] : undefined));

export const policyConditions = z
  .object({ kinds: words, channels: words, priorities: words, languages: words, tags: words, customerTiers: words, answerWanted: z.boolean().nullish().transform((b) => b ?? undefined) })
  // Stored without what was not asked for.
  .transform((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as typeof all);

export const policyTargets = z
  .array(
    z.object({
      metric: z.enum(DeadlineMetric),
      priority: line(20),
      unit: z.enum(DeadlineUnit),
      amount: z.number(),
      calendarId: id.nullish().transform((x) => x ?? null),
      roll: z.enum(ROLLS).nullish().transform((x) => x ?? 'none'),
      retargetGraceMs: z.number().nullish().transform((x) => x ?? 30 * 60_000),
      pauseStatuses: z.array(line(30)).max(10).nullish().transform((x) => [...new Set(x ?? [])]),
      reminderPlanId: id.nullish().transform((x) => x ?? null),
      automaticAck: z.boolean().nullish().transform((x) => x ?? false),
      legal: z.boolean().nullish().transform((x) => x ?? false),
      bufferBusinessDays: z.number().nullish().transform((x) => x ?? 1),
    }),
  )
  .max(most.targets);

/** As the API writes a step: one of the four instants is given. */
export const reminderSteps = z
  .array(
    z.object({
      step: line(40).refine((s) => /^[a-z][a-z0-9_]*$/.test(s), { message: 'step_name' }),
      percent: z.number().nullish(),
      afterDueBusinessHours: z.number().nullish(),
      dailyAfterDue: z.boolean().nullish(),
      max: z.int().nullish(),
      beforeLegalBusinessDays: z.number().nullish(),
      to: z.array(z.enum(RECIPIENTS)).max(RECIPIENTS.length).transform((all) => [...new Set(all)]),
      critical: z.boolean(),
    }),
  )
  .max(most.steps);
export type ReminderStepInput = z.output<typeof reminderSteps>[number];

export { id, instant };
