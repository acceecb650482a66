import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { AddNoteDocument, SendReplyDocument, type EntryFieldsFragment, type ReplyThenStatus } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import type { DraftKeeper } from './draft-keeper';

export interface Newer { id: string; name: string; at: string }

/** Sends a reply or keeps a note. The key stays the same while the same words are tried again, so that no answer goes out twice. */
export function useSend({ ticketId, reply, note, onSent, onStale }: {
  ticketId: string; reply: DraftKeeper; note: DraftKeeper; onSent: (entry: EntryFieldsFragment) => void; onStale: (newer: EntryFieldsFragment[]) => void;
}) {
  const t = useT();
  const key = useRef<{ text: string; value: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const keyFor = (text: string): string => {
    if (key.current?.text !== text) key.current = { text, value: crypto.randomUUID() };
    return key.current.value;
  };
  const refuse = (text: string): void => { key.current = null; setProblem(text); };
  const done = (keeper: DraftKeeper, entry: EntryFieldsFragment): void => { key.current = null; void keeper.clear(); onSent(entry); };

  const sendReply = useMutation({
    mutationFn: (input: { lastSeenEntryId: string | null; thenStatus: ReplyThenStatus; sendAnyway: boolean; cc: string[] }) => {
      const { text, files } = reply.read();
      return execute(SendReplyDocument, {
        input: { ...input, idempotencyKey: keyFor(`r${input.thenStatus}${text}`), ticketId, text, attachmentIds: files.map((file) => file.id) },
      });
    },
    onMutate: () => setProblem(null),
    onSuccess: ({ sendReply: answer }) => match(answer, {
      TicketEntry: (entry) => done(reply, entry),
      TicketNotFound: () => refuse(t('ticket.notFound')),
      // Nothing was sent: the next try is a new decision.
      TicketStale: ({ newer }) => { key.current = null; onStale(newer); },
      RecipientNotAllowed: ({ message }) => refuse(message),
      AttachmentNotFound: () => refuse(t('composer.attachmentGone')),
      IdempotencyKeyReused: () => refuse(t('failure.keyReused')),
      InvalidInput: ({ message, fields }) => refuse(fields[0]?.message ?? message),
    }),
  });
  const addNote = useMutation({
    mutationFn: () => {
      const { text } = note.read();
      return execute(AddNoteDocument, { input: { idempotencyKey: keyFor(`n${text}`), ticketId, text } });
    },
    onMutate: () => setProblem(null),
    onSuccess: ({ addNote: answer }) => match(answer, {
      TicketEntry: (entry) => done(note, entry),
      TicketNotFound: () => refuse(t('ticket.notFound')),
      IdempotencyKeyReused: () => refuse(t('failure.keyReused')),
      InvalidInput: ({ message, fields }) => refuse(fields[0]?.message ?? message),
    }),
  });
  return { sendReply, addNote, problem, clearProblem: () => setProblem(null) };
}
