import { defineEvent } from '@kaiku/kernel';
import { z } from 'zod';
import { DeadlineMetric, RECIPIENTS } from './policy';

/** Somebody is to be told about a clock now. Who that is, is found out by whoever tells them. */
export const ReminderFired = defineEvent('deadline.reminder_fired.v1', z.object({
  reminderId: z.uuid(),
  deadlineId: z.uuid(),
  subjectId: z.uuid(),
  step: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  metric: z.enum(DeadlineMetric),
  /** It should have been told earlier: the desk was down, or the target moved. */
  late: z.boolean(),
  critical: z.boolean(),
  to: z.array(z.enum(RECIPIENTS)),
}));
export type ReminderFired = z.output<typeof ReminderFired.schema>;

/** A promise was not kept. `breachedAt` is when it was due, not when that was noticed. */
export const DeadlineBreached = defineEvent('deadline.breached.v1', z.object({ deadlineId: z.uuid(), subjectId: z.uuid(), metric: z.enum(DeadlineMetric), cycle: z.number().int(), breachedAt: z.iso.datetime() }));

/** Clocks were moved in bulk, by a new policy or calendar: what is due next on these subjects is to be looked at again. */
export const DeadlinesMoved = defineEvent('deadline.moved.v1', z.object({ subjectIds: z.array(z.uuid()).max(2000) }));
