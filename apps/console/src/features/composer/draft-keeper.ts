import { DiscardDraftDocument, DraftDocument, SaveDraftDocument, type DraftMode, type SaveDraftMutationVariables } from '../../graphql/generated/graphql';
import { execute, RequestFailed } from '../../data/execute';
import { dropSealed, getSealed, putSealed } from '../../data/vault';
import { chooseDraft, type DraftFile, type DraftText, type LocalDraft, type ServerDraft } from './draft-rules';

export type SaveState = 'idle' | 'saved' | 'device' | 'retrying';

export interface DraftSnapshot extends DraftText {
  loaded: boolean;
  state: SaveState;
  savedAt: string | null;
  other: DraftText | null;
  /** Another tab of this browser is writing the same draft. */
  elsewhere: boolean;
}

const toDevice = 250;
const toServer = 2000;
const retryAfter = 5000;
const tab = crypto.randomUUID();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('kaiku.drafts');

/**
 * Keeps one draft: on this device within a quarter of a second of a key, on the server after two seconds of rest.
 * It knows nothing of tickets and their events, so that no event can ever touch what a person is writing.
 */
export class DraftKeeper {
  private snapshot: DraftSnapshot = { loaded: false, text: '', files: [], state: 'idle', savedAt: null, other: null, elsewhere: false };
  private baseRevision = 0;
  private edits = 0;
  /** The last edit that this device and the server have. */
  private keptEdits = 0;
  private sentEdits = 0;
  private disposed = false;
  private deviceTimer: ReturnType<typeof setTimeout> | undefined;
  private serverTimer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private clearing: Promise<void> = Promise.resolve();
  private listeners = new Set<() => void>();
  private readonly name: string;

  constructor(private readonly ticketId: string, private readonly mode: DraftMode) {
    this.name = `${ticketId}:${mode}`;
    channel?.addEventListener('message', this.heard);
    void this.load();
  }

  readonly read = (): DraftSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  write(text: string, files: DraftFile[] = this.snapshot.files): void {
    this.edits += 1;
    this.show({ text, files, elsewhere: false });
    clearTimeout(this.serverTimer);
    // Not from the last key: who types without a pause is kept too.
    this.deviceTimer ??= setTimeout(() => void this.keepHere(false), toDevice);
    this.serverTimer = setTimeout(() => this.send(), toServer);
  }

  /** Text given back by an undone reply: shown as it is, and already on the server. */
  restore(draft: ServerDraft): void {
    this.edits += 1;
    this.sentEdits = this.edits;
    this.baseRevision = draft.revision;
    this.show({ text: draft.text, files: draft.files, state: 'saved', savedAt: draft.savedAt, other: null });
    void this.keepHere(true);
  }

  useOther(): void {
    const { other, text, files } = this.snapshot;
    if (!other) return;
    this.show({ other: { text, files } });
    this.write(other.text, other.files);
  }

  /** Takes the draft over from another tab: reads what that tab has written so far. */
  async moveHere(): Promise<void> {
    const local = await getSealed<LocalDraft>(this.name);
    if (local) { this.baseRevision = local.baseRevision; this.show({ text: local.text, files: local.files }); }
    this.show({ elsewhere: false });
    channel?.postMessage({ name: this.name, tab });
  }

  /** After sending, or on purpose: gone here, in other tabs and on the server. */
  clear(): Promise<void> {
    this.clearing = this.clearNow();
    return this.clearing;
  }

  /** Done with what clearing has begun. A draft given back by an undo must come after it. */
  async settled(): Promise<void> {
    await this.clearing;
  }

  private async clearNow(): Promise<void> {
    this.stopTimers();
    this.edits += 1;
    const edits = this.edits;
    this.keptEdits = this.sentEdits = edits;
    this.show({ text: '', files: [], state: 'idle', savedAt: null, other: null });
    channel?.postMessage({ name: this.name, tab, cleared: true });
    await dropSealed(this.name);
    await this.saving;
    if (edits !== this.edits) return;
    this.baseRevision = 0;
    await execute(DiscardDraftDocument, { ticketId: this.ticketId, mode: this.mode }).catch(() => undefined);
  }

  /** Before the page goes away, and before signing out. */
  async flush(): Promise<void> {
    if (this.sentEdits === this.edits) return;
    if (this.keptEdits !== this.edits) await this.keepHere(false);
    this.send();
    await this.saving;
  }

  /** The page goes away now: nothing that has to be waited for would be finished, but a request that outlives the page is. */
  leave(): void {
    if (this.disposed || this.sentEdits === this.edits) return;
    void this.keepHere(false);
    void execute(SaveDraftDocument, this.toSave(), undefined, { outlivesPage: true }).catch(() => undefined);
  }

  /** The session is over: what is typed is kept on this device, and nothing is sent any more under another session's name. */
  async dispose(): Promise<void> {
    this.disposed = true;
    this.stopTimers();
    channel?.removeEventListener('message', this.heard);
    if (this.keptEdits !== this.edits && this.snapshot.text !== '') await this.keepHere(false);
  }

  private async load(): Promise<void> {
    const edits = this.edits;
    const [local, server] = await Promise.all([getSealed<LocalDraft>(this.name), this.fromServer()]);
    // Somebody who typed before the draft was read keeps what was typed; the draft becomes the other version.
    const choice = chooseDraft(local, server === 'unknown' ? null : server);
    const unknown = server === 'unknown';
    const use = unknown ? local : choice.use;
    this.baseRevision = unknown ? (local?.baseRevision ?? 0) : choice.baseRevision;
    if (edits !== this.edits) {
      this.show({ loaded: true, other: use && use.text !== this.snapshot.text ? use : null });
      return;
    }
    const synced = !unknown && choice.synced;
    this.show({
      loaded: true, text: use?.text ?? '', files: use?.files ?? [], other: choice.other,
      state: !use || (use.text === '' && use.files.length === 0) ? 'idle' : synced ? 'saved' : 'device',
      savedAt: server !== 'unknown' && server ? server.savedAt : null,
    });
    if (!synced) this.sentEdits = -1;
    if (use && !synced) this.serverTimer = setTimeout(() => this.send(), toServer);
  }

  private async fromServer(): Promise<ServerDraft | null | 'unknown'> {
    try {
      const { draft } = await execute(DraftDocument, { ticketId: this.ticketId, mode: this.mode });
      return draft && { text: draft.text, files: draft.attachments, revision: draft.revision, savedAt: draft.savedAt };
    } catch {
      return 'unknown';
    }
  }

  private async keepHere(synced: boolean): Promise<void> {
    clearTimeout(this.deviceTimer);
    this.deviceTimer = undefined;
    const edits = this.edits;
    const { text, files } = this.snapshot;
    const local: LocalDraft = { text, files, baseRevision: this.baseRevision, changedAt: Date.now(), synced };
    try {
      await putSealed(this.name, local);
      this.keptEdits = edits;
      if (!synced && this.snapshot.text === text) this.show({ state: 'device' });
    } catch {
      if (!synced) this.show({ state: 'retrying' });
    }
    channel?.postMessage({ name: this.name, tab });
  }

  private send(): void {
    clearTimeout(this.serverTimer);
    this.saving = this.saving.then(() => this.sendNow());
  }

  private async sendNow(): Promise<void> {
    if (this.disposed) return;
    const edits = this.edits;
    try {
      const { saveDraft } = await execute(SaveDraftDocument, this.toSave());
      if (saveDraft.__typename !== 'Draft') throw new Error(saveDraft.code);
      this.baseRevision = saveDraft.revision;
      this.sentEdits = edits;
      if (edits !== this.edits) return;
      this.show({ state: 'saved', savedAt: saveDraft.savedAt });
      await this.keepHere(true);
    } catch (error) {
      if (edits !== this.edits || this.disposed) return;
      // Signed out: the text waits on this device for the next sign-in.
      if (error instanceof RequestFailed && error.reason === 'signed_out') return;
      this.serverTimer = setTimeout(() => this.send(), retryAfter);
    }
  }

  private toSave(): SaveDraftMutationVariables {
    const { text, files } = this.snapshot;
    return { input: { ticketId: this.ticketId, mode: this.mode, text, baseRevision: this.baseRevision, attachmentIds: files.map((file) => file.id) } };
  }

  private stopTimers(): void {
    clearTimeout(this.deviceTimer);
    clearTimeout(this.serverTimer);
    this.deviceTimer = undefined;
  }

  private readonly heard = ({ data }: MessageEvent<{ name: string; tab: string; cleared?: boolean }>): void => {
    if (data.name !== this.name || data.tab === tab || this.snapshot.text === '') return;
    // Sent from the other tab: what stands here unchanged is the same text.
    if (data.cleared && this.snapshot.state === 'saved') this.show({ text: '', files: [], state: 'idle', savedAt: null, other: null, elsewhere: false });
    else if (!data.cleared) this.show({ elsewhere: true });
  };

  private show(changes: Partial<DraftSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...changes };
    this.listeners.forEach((listener) => listener());
  }
}
