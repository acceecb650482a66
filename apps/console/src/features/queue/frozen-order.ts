/**
 * The order of a list is frozen while somebody looks at it: a row never moves under the hand that is about to click it.
 * What has come is counted, what no longer belongs is greyed, and both take effect when the person says so.
 */
export interface Frozen {
  shown: number[];
  versions: ReadonlyMap<number, number>;
  arrivals: number[];
  gone: ReadonlySet<number>;
}

export type IndexEntry = [number: number, version: number];

/** The scalar of the contract, read defensively: anything that is not a pair of whole numbers is left out. */
export function readEntries(raw: unknown): IndexEntry[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((each): IndexEntry[] => {
    if (!Array.isArray(each)) return [];
    const [number, version]: unknown[] = each;
    return Number.isInteger(number) && Number.isInteger(version) ? [[number as number, version as number]] : [];
  });
}

export function freeze(latest: IndexEntry[]): Frozen {
  return { shown: latest.map(([number]) => number), versions: new Map(latest), arrivals: [], gone: new Set() };
}

export function compare(frozen: Frozen, latest: IndexEntry[]): Frozen {
  // Nothing on screen, nothing to protect.
  if (frozen.shown.length === 0) return freeze(latest);
  const now = new Map(latest);
  const shown = new Set(frozen.shown);
  return {
    shown: frozen.shown,
    versions: now,
    arrivals: latest.filter(([number]) => !shown.has(number)).map(([number]) => number),
    gone: new Set(frozen.shown.filter((number) => !now.has(number))),
  };
}

/** The row to go to from `from`: the next that still belongs to the list, else the one before. */
export function neighbour(frozen: Frozen, from: number | null, step: 1 | -1, skipGone = false): number | null {
  const { shown, gone } = frozen;
  if (shown.length === 0) return null;
  const at = from === null ? -1 : shown.indexOf(from);
  if (at === -1) return (step === 1 ? shown[0] : shown.at(-1)) ?? null;
  for (let index = at + step; index >= 0 && index < shown.length; index += step) {
    const number = shown[index];
    if (number !== undefined && !(skipGone && gone.has(number))) return number;
  }
  return skipGone ? null : (shown[at] ?? null);
}
