import { useQueryClient } from '@tanstack/react-query';
import { Lock, Paperclip } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../app/keys/useCommand';
import { Failure } from '../../app/failure';
import { keys } from '../../data/entities';
import { changeSettings, useSettings } from '../../data/settings';
import type { DraftMode, EntryFieldsFragment, ReplyThenStatus } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { Kbd } from '../../ui/Kbd';
import { Notice } from '../../ui/Notice';
import s from './composer.module.css';
import { keeperOf, useDraft } from './drafts';
import { DraftNotices } from './DraftNotices';
import { Files } from './Files';
import { Recipients, type RecipientsProps } from './Recipients';
import { SaveStateText } from './SaveStateText';
import { SendButton } from './SendButton';
import { StaleNotice } from './StaleNotice';
import { useFiles } from './useFiles';
import { useSend, type Newer } from './useSend';

export interface ComposerProps extends Omit<RecipientsProps, 'cc' | 'onCc'> {
  ticketId: string;
  language: string;
  start: DraftMode | null;
  /** The newest entry on the timeline, and the newest one that the customer can see. */
  newestEntryId: string | null;
  newestPublic: Newer | null;
  onSent: (entry: EntryFieldsFragment) => void;
  onStale: () => void;
  onLeave: () => void;
}

/** Where replies and notes are written. It is given what it needs and never reads the ticket, so no event can touch the text. */
export function Composer(props: ComposerProps) {
  const { ticketId, newestEntryId, newestPublic, canReply } = props;
  const t = useT();
  const { sendAction } = useSettings();
  const [mode, setMode] = useState<DraftMode>(props.start ?? (canReply ? 'REPLY' : 'NOTE'));
  const [cc, setCc] = useState<string[]>([]);
  const reply = keeperOf(ticketId, 'REPLY');
  const note = keeperOf(ticketId, 'NOTE');
  const keeper = mode === 'REPLY' ? reply : note;
  const draft = useDraft(keeper);
  const area = useRef<HTMLTextAreaElement>(null);
  const files = useFiles(keeper);
  const noteMode = mode === 'NOTE';

  // The number of drafts in the navigation changes with the first save and with the last word deleted.
  const client = useQueryClient();
  const drafted = draft.savedAt !== null && draft.text !== '';
  const counted = useRef(drafted);
  useEffect(() => {
    if (counted.current !== drafted) void client.invalidateQueries({ queryKey: keys.counts });
    counted.current = drafted;
  }, [client, drafted]);

  // What the writer has taken in. While there is text, a newer message is not counted as seen until the writer says so.
  const [seen, setSeen] = useState({ entryId: newestEntryId, publicId: newestPublic?.id ?? null });
  const writing = useDraft(reply).text.trim() !== '';
  const [stale, setStale] = useState<Newer[] | null>(null);
  useEffect(() => {
    if (!writing && !stale) setSeen({ entryId: newestEntryId, publicId: newestPublic?.id ?? null });
  }, [writing, stale, newestEntryId, newestPublic?.id]);
  const newer = stale ?? (writing && newestPublic && newestPublic.id !== seen.publicId ? [newestPublic] : null);
  const acknowledge = () => { setSeen({ entryId: newestEntryId, publicId: newestPublic?.id ?? null }); setStale(null); area.current?.focus(); };

  const { sendReply, addNote, problem } = useSend({
    ticketId, reply, note,
    onSent: (entry) => {
      setStale(null);
      setCc([]);
      announce(t(entry.kind === 'NOTE' ? 'composer.noteAdded' : 'composer.replySent'));
      props.onSent(entry);
    },
    onStale: (entries) => {
      setStale(entries.map((entry) => ({ id: entry.id, name: entry.author?.name ?? entry.authorName ?? t('author.customer'), at: entry.at })));
      props.onStale();
    },
  });
  const failed = noteMode ? addNote : sendReply;
  const busy = sendReply.isPending || addNote.isPending;
  const empty = draft.text.trim() === '' && (noteMode || draft.files.length === 0);

  const send = (thenStatus: ReplyThenStatus, sendAnyway = false) => {
    if (busy || empty || files.busy) return;
    if (noteMode) addNote.mutate();
    else if (canReply) sendReply.mutate({ lastSeenEntryId: seen.entryId, thenStatus, sendAnyway, cc });
  };
  const write = (next: DraftMode) => {
    setMode(next);
    // Synchronously, so that the very next key lands in the text.
    area.current?.focus();
  };
  useCommand({ id: 'composer.reply', label: 'command.reply', scope: 'ticket', keys: ['r'], enabled: canReply, run: () => write('REPLY') });
  useCommand({ id: 'composer.note', label: 'command.note', scope: 'ticket', keys: ['n'], run: () => write('NOTE') });
  useCommand({ id: 'composer.switch', label: 'command.switchNote', scope: 'composer', keys: ['Alt+n'], inFields: true, hidden: true, enabled: canReply, run: () => write(noteMode ? 'REPLY' : 'NOTE') });
  useCommand({ id: 'composer.attach', label: 'command.attach', scope: 'composer', keys: ['Alt+u'], inFields: true, run: files.pick, enabled: !noteMode });

  const onKeyDown = (event: React.KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      event.preventDefault();
      send(event.shiftKey ? 'SOLVED' : sendAction);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      void keeper.flush();
      props.onLeave();
    }
  };

  return (
    <section className={cx(s.composer, noteMode && s.paper)} aria-label={t('composer.label')} onKeyDown={onKeyDown}>
      <div className={s.tabs} role="tablist" aria-label={t('composer.mode')}>
        <ModeTab mode="REPLY" now={mode} keys="r" disabled={!canReply} onPick={write} label={t('composer.reply')} />
        <ModeTab mode="NOTE" now={mode} keys="n" onPick={write} label={t('composer.note')} />
      </div>
      <div id="composer-panel" role="tabpanel" aria-labelledby={`tab-${mode}`} className={s.panel}>
        {noteMode
          ? <p className={s.to}><Lock size={14} strokeWidth={1.75} aria-hidden="true" />{t('composer.teamOnly')}</p>
          : <Recipients {...props} cc={cc} onCc={setCc} />}
        <DraftNotices keeper={keeper} draft={draft} />
        {!noteMode && newer ? <StaleNotice newer={newer} onKeep={acknowledge} onSendAnyway={() => send(sendAction, true)} focusKeep={stale !== null} /> : null}
        {problem ? <div className={s.notice}><Notice tone="danger">{problem}</Notice></div> : null}
        {failed.isError ? <div className={s.notice}><Failure error={failed.error} what={t(noteMode ? 'composer.noteThing' : 'composer.replyThing')} onRetry={() => send(sendReply.variables?.thenStatus ?? sendAction, sendReply.variables?.sendAnyway)} /></div> : null}
        <div className={s.grow} data-text={`${draft.text}\n`}>
          <textarea
            ref={area} className={s.area} value={draft.text} rows={1} lang={noteMode ? undefined : props.language} spellCheck
            aria-label={t(noteMode ? 'composer.noteText' : 'composer.replyText')} placeholder={t(noteMode ? 'composer.notePlaceholder' : 'composer.replyPlaceholder')}
            onChange={(event) => keeper.write(event.target.value)} onPaste={files.onPaste} onDrop={files.onDrop} onBlur={() => void keeper.flush()}
          />
        </div>
        {noteMode ? null : <Files files={draft.files} uploads={files.uploads} onRemove={files.remove} onRetry={files.retry} />}
      </div>
      <div className={s.bar}>
        {noteMode ? null : <Button look="quiet" icon aria-label={t('command.attach')} keys="Alt+u" onPress={files.pick}><Paperclip size={16} strokeWidth={1.75} aria-hidden="true" /></Button>}
        <SaveStateText draft={draft} />
        {noteMode
          ? <Button look="primary" isDisabled={empty} isPending={busy} keys="Mod+Enter" onPress={() => send('KEEP')}>{t('composer.addNote')}</Button>
          : <SendButton action={sendAction} disabled={empty || !canReply || files.busy} busy={busy} onSend={send} onChoose={(next) => changeSettings({ sendAction: next })} />}
      </div>
      {files.input}
    </section>
  );
}

function ModeTab({ mode, now, keys, label, disabled, onPick }: { mode: DraftMode; now: DraftMode; keys: string; label: string; disabled?: boolean; onPick: (mode: DraftMode) => void }) {
  return (
    <button
      type="button" role="tab" id={`tab-${mode}`} className={s.tab} aria-selected={mode === now} aria-controls="composer-panel" aria-keyshortcuts={keys.toUpperCase()}
      tabIndex={mode === now ? 0 : -1} disabled={disabled} onClick={() => onPick(mode)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
        event.preventDefault();
        const other = event.currentTarget.parentElement?.querySelector<HTMLButtonElement>('[role=tab][aria-selected=false]:not(:disabled)');
        other?.focus();
        other?.click();
      }}
    >
      {label}<Kbd keys={keys} />
    </button>
  );
}
