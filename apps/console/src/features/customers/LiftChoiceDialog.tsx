import { useState } from 'react';
import { businessNow } from '../../data/clock';
import { execute } from '../../data/execute';
import { LiftRestrictionDocument, LiftSuppressionDocument, WithdrawConsentDocument, WithdrawObjectionDocument, type ConsentPurpose, type ContactChannel, type ObjectionScope, type RestrictionGround, type SpokenSource } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { fieldsIn, shopZone } from '../../i18n/zone';
import { DateTimeInput } from '../../ui/DateTimeInput';
import { ChoiceForm, EvidenceFields } from './ChoiceForm';

/** One thing that stands, as it was read; `name` is how it is called on screen. */
export type Standing = { name: string } & (
  | { kind: 'consent'; purpose: ConsentPurpose; channel: ContactChannel | null }
  | { kind: 'objection'; scope: ObjectionScope; channel: ContactChannel | null; contactPointId: string | null }
  | { kind: 'restriction'; ground: RestrictionGround }
  | { kind: 'suppression'; contactPointId: string }
);

const two = (n: number): string => String(n).padStart(2, '0');
const today = (): string => {
  const { year, month, day } = fieldsIn(shopZone(), businessNow());
  return `${year}-${two(month)}-${two(day)}`;
};
/** An instant on that day; today it is a minute ago, because nothing is told in the future. */
const told = (date: string): string | null => (date === '' ? null : date === today() ? new Date(businessNow() - 60_000).toISOString() : `${date}T12:00:00.000Z`);

/** Takes back one thing that stands, with where that is said. */
export function LiftChoiceDialog({ customerId, standing, onClose }: { customerId: string; standing: Standing; onClose: () => void }) {
  const t = useT();
  const [source, setSource] = useState<SpokenSource>('PHONE');
  const [evidence, setEvidence] = useState('');
  const [date, setDate] = useState('');
  const said = { customerId, source, evidence: evidence.trim() };
  const send = async () => {
    if (standing.kind === 'consent') return (await execute(WithdrawConsentDocument, { input: { ...said, purpose: standing.purpose, channel: standing.channel } })).withdrawConsent;
    if (standing.kind === 'restriction') return (await execute(LiftRestrictionDocument, { input: { ...said, ground: standing.ground, toldAt: told(date) } })).liftRestriction;
    if (standing.kind === 'suppression') return (await execute(LiftSuppressionDocument, { input: { customerId, contactPointId: standing.contactPointId, reason: said.evidence } })).liftSuppression;
    return (await execute(WithdrawObjectionDocument, { input: { ...said, scope: standing.scope, channel: standing.channel, contactPointId: standing.contactPointId } })).withdrawObjection;
  };
  return (
    <ChoiceForm title={`${t(`choices.lift.${standing.kind}`)}: ${standing.name}`} action={t(`choices.lift.${standing.kind}`)} customerId={customerId} ready={evidence.trim() !== ''} send={send} onClose={onClose}>
      {(fields) => (
        <>
          {standing.kind === 'restriction' ? <DateTimeInput autoFocus label={t('choices.told')} hint={t('choices.toldHint')} value={date} onChange={setDate} error={fields.toldAt} /> : null}
          <EvidenceFields source={standing.kind === 'suppression' ? null : source} onSource={setSource} evidence={evidence} onEvidence={setEvidence} fields={fields} />
        </>
      )}
    </ChoiceForm>
  );
}
