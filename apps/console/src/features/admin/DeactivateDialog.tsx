import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { DeactivateStaffMemberDocument, type StaffFieldsFragment } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';

export function DeactivateDialog({ person, onClose, onDone }: { person: StaffFieldsFragment; onClose: () => void; onDone: () => void }) {
  const t = useT();
  const [problem, setProblem] = useState<string | null>(null);
  const run = useMutation({
    mutationFn: () => execute(DeactivateStaffMemberDocument, { staffId: person.id }),
    onMutate: () => setProblem(null),
    onSuccess: ({ deactivateStaffMember }) => match(deactivateStaffMember, {
      StaffMember: onDone,
      StaffNotFound: () => setProblem(t('people.notFound')),
      CannotChangeOwnRights: () => setProblem(t('people.ownRights')),
      LastAdmin: () => setProblem(t('people.lastAdmin')),
      InvalidInput: ({ message }) => setProblem(message),
    }),
  });
  return (
    <Dialog
      role="alertdialog" title={t('people.deactivateOf', { name: person.name })} onClose={onClose}
      foot={<><span /><Button autoFocus onPress={onClose}>{t('action.cancel')}</Button><Button look="danger" isPending={run.isPending} onPress={() => run.mutate()}>{t('people.deactivate')}</Button></>}
    >
      <p>{t('people.deactivateSays')}</p>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {run.isError ? <Failure error={run.error} what={t('people.thing')} onRetry={() => run.mutate()} /> : null}
    </Dialog>
  );
}
