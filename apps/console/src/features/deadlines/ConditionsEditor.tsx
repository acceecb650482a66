import { useT } from '../../i18n/intl';
import { Check } from '../../ui/Check';
import { Field } from '../../ui/Field';
import { NativeSelect } from '../../ui/NativeSelect';
import type { Faults } from './calendar-draft';
import s from './deadlines.module.css';
import { wordLabel, words, type PolicyDraft, type WordList } from './policy-draft';

const lists: WordList[] = ['kinds', 'channels', 'priorities', 'languages'];

/** What must hold: nothing chosen in a group asks for nothing there. */
export function ConditionsEditor({ draft, faults, onChange }: { draft: PolicyDraft; faults: Faults; onChange: (changes: Partial<PolicyDraft>) => void }) {
  const t = useT();
  const faultOf = (name: string): string | undefined => Object.entries(faults).find(([path]) => path === `conditions.${name}` || path.startsWith(`conditions.${name}.`))?.[1];
  return (
    <div className={s.groups}>
      {lists.map((list) => (
        <fieldset key={list} className={s.group}>
          <legend>{t(`policy.${list}`)}</legend>
          {words[list].map((word) => <Check key={word} selected={draft[list].includes(word)} onChange={(on) => onChange({ [list]: on ? [...draft[list], word] : draft[list].filter((each) => each !== word) })}>{wordLabel(list, word, t)}</Check>)}
          {faultOf(list) ? <p className={s.fault}>{faultOf(list)}</p> : null}
        </fieldset>
      ))}
      <div className={s.section}>
        <Field label={t('field.tags')} hint={t('policy.listHint')} value={draft.tags} onChange={(tags) => onChange({ tags })} error={faultOf('tags')} />
        <Field label={t('policy.tiers')} hint={t('policy.listHint')} value={draft.customerTiers} onChange={(customerTiers) => onChange({ customerTiers })} error={faultOf('customerTiers')} />
        <NativeSelect
          label={t('policy.answer')} value={draft.answerWanted === null ? 'any' : draft.answerWanted ? 'yes' : 'no'} error={faultOf('answerWanted')}
          onChange={(value) => onChange({ answerWanted: value === 'any' ? null : value === 'yes' })}
          options={[{ value: 'any', label: t('policy.answer.any') }, { value: 'yes', label: t('policy.answer.yes') }, { value: 'no', label: t('policy.answer.no') }]}
        />
      </div>
    </div>
  );
}
