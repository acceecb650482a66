export interface DraftFile { id: string; name: string; contentType: string; size: number }

export interface DraftText { text: string; files: DraftFile[] }

/** What this device keeps of a draft. */
export interface LocalDraft extends DraftText {
  /** The server's revision this text grew from; 0 when the server had none. */
  baseRevision: number;
  /** Milliseconds since 1970, this device's clock. */
  changedAt: number;
  /** The server has exactly this text. */
  synced: boolean;
}

export interface ServerDraft extends DraftText { revision: number; savedAt: string }

export interface Choice { use: DraftText | null; other: DraftText | null; baseRevision: number; synced: boolean }

/** Nothing in it that the other has not: the beginning of the same text. */
const within = (part: DraftText, whole: DraftText): boolean => whole.text.startsWith(part.text) && part.files.every((file) => whole.files.some((each) => each.id === file.id));

const empty = (draft: DraftText | null): boolean => !draft || (draft.text.trim() === '' && draft.files.length === 0);

/**
 * Which text the composer opens with. Nothing a person wrote is thrown away: when this device and the server
 * (another device) both have text that the other does not, the newer is shown and the older is offered as "other version".
 */
export function chooseDraft(local: LocalDraft | null, server: ServerDraft | null): Choice {
  const revision = server?.revision ?? 0;
  if (!local || (local.synced && revision !== local.baseRevision) || (empty(local) && local.synced)) {
    return { use: server, other: null, baseRevision: revision, synced: true };
  }
  if (!server || revision <= local.baseRevision || server.text === local.text) {
    return { use: local, other: null, baseRevision: revision, synced: Boolean(server) && server?.text === local.text };
  }
  const localIsNewer = local.changedAt >= Date.parse(server.savedAt);
  const [use, other] = localIsNewer ? [local, server] : [server, local];
  return { use, other: empty(other) || within(other, use) ? null : other, baseRevision: revision, synced: !localIsNewer };
}
