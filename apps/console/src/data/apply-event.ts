import type { DeskEvent } from './desk-events';

/** What is on screen or in memory when an event arrives. */
export interface Known {
  rowVersion: number | undefined;
  openedVersion: number | undefined;
}

export interface Plan {
  signOut: boolean;
  /** Everything may be stale: read the index, the counts and the open ticket again. */
  resync: boolean;
  refreshRow: boolean;
  refreshTicket: boolean;
  refreshLists: boolean;
}

const nothing: Plan = { signOut: false, resync: false, refreshRow: false, refreshTicket: false, refreshLists: false };

/** Decides what an event makes stale. An event older than what is held is ignored. */
export function planFor(event: DeskEvent, known: Known): Plan {
  if (event.kind === 'SIGNED_OUT') return { ...nothing, signOut: true };
  if (event.kind === 'RESYNC') return { ...nothing, resync: true };
  const version = event.version ?? Infinity;
  // A change of entries (a message sent, delivered, bounced) need not raise the ticket's version.
  const entries = event.changed.some((field) => !versioned.has(field));
  return {
    ...nothing,
    refreshRow: known.rowVersion !== undefined && (entries || known.rowVersion < version),
    refreshTicket: known.openedVersion !== undefined && (entries || known.openedVersion < version),
    refreshLists: true,
  };
}

const versioned = new Set(['status', 'priority', 'assignee', 'team', 'kind', 'tags', 'subject', 'customer', 'language', 'orderNumber']);
