import { useState } from 'react';
import { can, useSignedIn } from '../../app/session';
import { execute } from '../../data/execute';
import { GiveConsentDocument, ObjectToContactDocument, RestrictProcessingDocument, SuppressAddressDocument, type ConsentPurpose, type ObjectionScope, type RestrictionGround, type SpokenSource, type SuppressionScope } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Choices } from '../../ui/Choices';
import { NativeSelect } from '../../ui/NativeSelect';
import { ChoiceForm, EvidenceFields } from './ChoiceForm';
import type { ChoicesCustomer } from './ContactChoices';

const purposes: ConsentPurpose[] = ['SERVICE_QUALITY', 'MARKET_RESEARCH', 'OPINION_RESEARCH', 'DIRECT_MARKETING'];
const scopes: ObjectionScope[] = ['SURVEYS', 'DIRECT_MARKETING', 'ALL', 'SERVICE_QUALITY', 'MARKET_RESEARCH', 'OPINION_RESEARCH'];
const grounds: RestrictionGround[] = ['ACCURACY_CONTESTED', 'UNLAWFUL_PROCESSING', 'LEGAL_CLAIMS', 'OBJECTION_PENDING'];
const blocks: SuppressionScope[] = ['SURVEYS', 'MARKETING', 'ALL'];
type Kind = 'objection' | 'consent' | 'restriction' | 'suppression';

/** What the customer said, written down while they say it. */
export function RecordChoiceDialog({ customer, onClose }: { customer: ChoicesCustomer; onClose: () => void }) {
  const t = useT();
  const me = useSignedIn();
  const kinds: Kind[] = [
    ...(can(me, 'customer.record_choices') ? (['objection', 'consent'] as const) : []), ...(can(me, 'customer.restrict') ? (['restriction'] as const) : []),
    ...(can(me, 'customer.suppress') && customer.contactPoints.length > 0 ? (['suppression'] as const) : []),
  ];
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'objection');
  const [purpose, setPurpose] = useState<ConsentPurpose>('SERVICE_QUALITY');
  const [scope, setScope] = useState<ObjectionScope>('SURVEYS');
  const [ground, setGround] = useState<RestrictionGround>('ACCURACY_CONTESTED');
  const [block, setBlock] = useState<SuppressionScope>('SURVEYS');
  const [pointId, setPointId] = useState(customer.contactPoints[0]?.id ?? '');
  const [source, setSource] = useState<SpokenSource>('PHONE');
  const [evidence, setEvidence] = useState('');
  const said = { customerId: customer.id, source, evidence: evidence.trim() };
  const send = async () => {
    if (kind === 'consent') return (await execute(GiveConsentDocument, { input: { ...said, purpose } })).giveConsent;
    if (kind === 'restriction') return (await execute(RestrictProcessingDocument, { input: { ...said, ground } })).restrictProcessing;
    if (kind === 'suppression') return (await execute(SuppressAddressDocument, { input: { customerId: customer.id, contactPointId: pointId, scope: block, reason: said.evidence } })).suppressAddress;
    return (await execute(ObjectToContactDocument, { input: { ...said, scope } })).objectToContact;
  };
  return (
    <ChoiceForm title={t('choices.record')} action={t('action.save')} customerId={customer.id} ready={evidence.trim() !== ''} send={send} onClose={onClose}>
      {(fields) => (
        <>
          <Choices autoFocus label={t('choices.what')} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`choices.kind.${value}`) }))} />
          {kind === 'consent' ? <NativeSelect label={t('choices.to')} value={purpose} onChange={setPurpose} options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))} /> : null}
          {kind === 'objection' ? <NativeSelect label={t('choices.to')} value={scope} onChange={setScope} options={scopes.map((value) => ({ value, label: t(`purpose.${value}`) }))} /> : null}
          {kind === 'restriction' ? <NativeSelect label={t('choices.ground')} value={ground} onChange={setGround} options={grounds.map((value) => ({ value, label: t(`ground.${value}`) }))} /> : null}
          {kind === 'suppression' ? (
            <>
              <NativeSelect label={t('choices.address')} value={pointId} onChange={setPointId} options={customer.contactPoints.map((each) => ({ value: each.id, label: each.original ?? each.value ?? t('masked.hidden') }))} />
              <NativeSelect label={t('choices.what')} value={block} onChange={setBlock} options={blocks.map((value) => ({ value, label: t(`choices.blocked.${value}`) }))} />
            </>
          ) : null}
          <EvidenceFields source={kind === 'suppression' ? null : source} onSource={setSource} evidence={evidence} onEvidence={setEvidence} fields={fields} />
        </>
      )}
    </ChoiceForm>
  );
}
