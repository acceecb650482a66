import { useSyncExternalStore } from 'react';
import type { CallOutcome, CallTopic } from '../../graphql/generated/graphql';
import { dropSealed, getSealed, putSealed } from '../../data/vault';

export interface CallDraft {
  key: string;
  /** ISO 8601; the call's own start. */
  startedAt: string;
  number: string;
  topic: CallTopic | null;
  note: string;
  /** Null until the person chooses: then the usual one for the target holds. */
  outcome: CallOutcome | null;
  /** Local date and time as the field gives it, "2026-11-23T09:00". */
  callBackAt: string;
  customerId: string | null;
  /** The person said that none of the matches is the caller. */
  unknown: boolean;
}

const name = 'call';
let draft: CallDraft | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

export function newCallDraft(startedAt: string): CallDraft {
  return { key: crypto.randomUUID(), startedAt, number: '', topic: null, note: '', outcome: null, callBackAt: '', customerId: null, unknown: false };
}

/** A call that was begun before the page was loaded again. */
export async function loadCallDraft(): Promise<void> {
  draft ??= await getSealed<CallDraft>(name);
  tell();
}

export function readCallDraft(): CallDraft | null {
  return draft;
}

export function useCallDraft(): CallDraft | null {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, readCallDraft);
}

export function writeCallDraft(next: CallDraft): void {
  draft = next;
  clearTimeout(timer);
  timer = setTimeout(() => { if (draft) void putSealed(name, draft).catch(() => undefined); }, 250);
  tell();
}

export function dropCallDraft(): void {
  draft = null;
  clearTimeout(timer);
  void dropSealed(name);
  tell();
}

/** Worth keeping when anything was typed or chosen. */
export function hasWords(call: CallDraft | null): boolean {
  return Boolean(call && (call.number.trim() || call.note.trim() || call.topic));
}
