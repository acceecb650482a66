import type { PlanFieldsFragment, ReminderStepInput } from '../../graphql/generated/graphql';
import { newKey } from './calendar-draft';

export const instants = ['percent', 'afterDueBusinessHours', 'dailyAfterDue', 'beforeLegalBusinessDays'] as const;
export type Instant = (typeof instants)[number];
export const recipients = ['assignee', 'team', 'lead', 'supervisor', 'owner'] as const;

export interface StepDraft { key: string; /** Kept while its time is not changed: what it has been called stays. */ step: string | null; instant: Instant; amount: string; to: string[]; critical: boolean }
export interface PlanDraft { name: string; steps: StepDraft[] }

export function planDraft(plan: PlanFieldsFragment): PlanDraft {
  return {
    name: plan.name,
    steps: plan.steps.map((step) => {
      const instant = instants.find((each) => step[each] !== null && step[each] !== false) ?? 'percent';
      const amount = instant === 'dailyAfterDue' ? (step.max ?? 10) : step[instant];
      return { key: newKey(), step: step.step, instant, amount: String(amount ?? ''), to: [...step.to], critical: step.critical };
    }),
  };
}

export const emptyPlan = (): PlanDraft => ({ name: '', steps: [newStep('percent', '80'), newStep('percent', '100')] });
export const newStep = (instant: Instant, amount: string): StepDraft => ({ key: newKey(), step: null, instant, amount, to: ['assignee'], critical: false });

/** A step is called by its time, so that the same time twice is one name twice. */
export function stepName({ instant, amount }: Pick<StepDraft, 'instant' | 'amount'>): string {
  const number = amount.trim().replace(/[.,]/, '_');
  if (instant === 'percent') return { 50: 'half', 80: 'warn', 100: 'due' }[number] ?? `p${number}`;
  if (instant === 'afterDueBusinessHours') return `over_h${number}`;
  return instant === 'dailyAfterDue' ? 'over_day' : `pre_legal_${number}`;
}

export function stepsOf(draft: PlanDraft): ReminderStepInput[] {
  return draft.steps.map((step) => {
    const value = Number(step.amount.trim().replace(',', '.'));
    const amount = step.amount.trim() && Number.isFinite(value) ? value : 0;
    const at = step.instant === 'dailyAfterDue' ? { dailyAfterDue: true, max: Math.round(amount) } : { [step.instant]: step.instant === 'beforeLegalBusinessDays' ? Math.round(amount) : amount };
    return { step: step.step ?? stepName(step), to: step.to, critical: step.critical, ...at };
  });
}

export const samePlan = (a: PlanDraft, b: PlanDraft): boolean => a.name.trim() === b.name.trim() && JSON.stringify(stepsOf(a)) === JSON.stringify(stepsOf(b));
