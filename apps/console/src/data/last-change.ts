/** Who last changed a ticket while this page was open: "moved to Waiting by Liisa". */
const changes = new Map<number, string | null>();

export function setLastChange(number: number, actorId: string | null | undefined): void {
  changes.set(number, actorId ?? null);
}

export function lastChangeBy(number: number): string | null {
  return changes.get(number) ?? null;
}
