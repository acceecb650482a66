import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { dropEntry, keys, putEntry } from '../data/entities';
import { execute } from '../data/execute';
import { match } from '../data/match';
import { keeperOf } from '../features/composer/drafts';
import { ResendReplyDocument, UndoReplyDocument } from '../graphql/generated/graphql';
import { useT } from '../i18n/intl';

/** Taking a reply back, and sending one again. Each answers with a sentence when it could not be done. */
export function useEntryActions(number: number, ticketId: string) {
  const client = useQueryClient();
  const t = useT();
  const undo = useCallback(async (entryId: string): Promise<string | null> => {
    try {
      await keeperOf(ticketId, 'REPLY').settled();
      const { undoReply } = await execute(UndoReplyDocument, { entryId });
      return match(undoReply, {
        Draft: (draft) => {
          dropEntry(client, number, entryId);
          keeperOf(ticketId, draft.mode).restore({ text: draft.text, files: draft.attachments, revision: draft.revision, savedAt: draft.savedAt });
          void client.invalidateQueries({ queryKey: keys.ticket(number) });
          return null;
        },
        ReplyTooLateToUndo: () => t('delivery.tooLate'),
        ReplyNotFound: () => t('delivery.notFound'),
        InvalidInput: ({ message }) => message,
      });
    } catch {
      return t('delivery.undoFailed');
    }
  }, [client, number, t, ticketId]);
  const resend = useCallback(async (entryId: string): Promise<string | null> => {
    try {
      const { resendReply } = await execute(ResendReplyDocument, { entryId });
      return match(resendReply, {
        TicketEntry: (entry) => { putEntry(client, number, entry); return null; },
        ReplyNotFound: () => t('delivery.notFound'),
        InvalidInput: ({ message }) => message,
      });
    } catch {
      return t('delivery.resendFailed');
    }
  }, [client, number, t]);
  return useMemo(() => ({ onUndo: undo, onResend: resend }), [undo, resend]);
}
