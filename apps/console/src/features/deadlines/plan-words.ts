import type { Formats } from '../../i18n/formats';
import type { MessageId, Translate } from '../../i18n/intl';
import { recipients, type StepDraft } from './plan-draft';

/** "When 80 % of the time is used": the instant of a step. */
export function stepSentence({ instant, amount }: Pick<StepDraft, 'instant' | 'amount'>, t: Translate): string {
  if (instant === 'percent' && amount === '100') return t('plan.at.due');
  const value = Number(amount.replace(',', '.'));
  return t(`plan.at.${instant}`, { number: Number.isFinite(value) ? value : 0 });
}

export const recipientWord = (to: string, t: Translate): string => ((recipients as readonly string[]).includes(to) ? t(`plan.recipient.${to}` as MessageId) : to);

export const recipientList = (to: readonly string[], t: Translate, formats: Pick<Formats, 'list'>): string => formats.list(to.map((each) => recipientWord(each, t)));
