import { useCallback } from 'react';
import { RequestFailed } from '../data/execute';
import { useT, type MessageId } from '../i18n/intl';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

/** What to say of a request that failed. `what` names the thing: "The queue". */
export function useFailureText(): (error: unknown, what: string) => { text: string; reference?: string } {
  const t = useT();
  return useCallback((error, what) => {
    const failed = error instanceof RequestFailed ? error : new RequestFailed('server', null);
    const text: Record<RequestFailed['reason'], MessageId> = {
      offline: 'failure.offline', server: 'failure.server', signed_out: 'failure.signed_out', forbidden: 'failure.forbidden', refused: 'failure.refused',
    };
    return { text: t(text[failed.reason], { what, words: failed.words ?? '' }), reference: failed.errorId ? t('failure.reference', { id: failed.errorId }) : undefined };
  }, [t]);
}

/** Stands where the thing would stand, names it, offers to try again and quotes the number to give to support. */
export function Failure({ error, what, onRetry }: { error: unknown; what: string; onRetry?: () => void }) {
  const t = useT();
  const { text, reference } = useFailureText()(error, what);
  return (
    <Notice tone="danger" reference={reference} actions={onRetry ? <Button look="link" onPress={onRetry}>{t('action.retry')}</Button> : null}>
      {text}
    </Notice>
  );
}
