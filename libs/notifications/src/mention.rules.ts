export interface Colleague {
  readonly id: string;
  readonly name: string;
}

const fold = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('fi');
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Whom a note calls by `@Name`: the whole name, or the first name when only one of them has it. The longest name that fits counts, so
 * that `@Liisa Mattila` is not the other Liisa; an address is no call.
 */
export function mentionedIn(note: string, colleagues: readonly Colleague[]): readonly string[] {
  const text = fold(note);
  const names = callNames(colleagues);
  const found = new Set<string>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (LETTER.test(text[at - 1] ?? '')) continue;
    const name = names.find(([called]) => text.startsWith(called, at + 1) && !LETTER.test(text[at + 1 + called.length] ?? ''));
    if (name) for (const id of name[1]) found.add(id);
  }
  return [...found].sort();
}

/** Names one can be called by, the longest first. Two people of one whole name are both meant; of one first name, neither. */
function callNames(colleagues: readonly Colleague[]): readonly (readonly [string, readonly string[]])[] {
  const whole = Map.groupBy(colleagues, ({ name }) => fold(name).trim());
  const first = Map.groupBy(colleagues, ({ name }) => fold(name).trim().split(/\s+/)[0]!);
  const names = [...[...whole].map(([name, people]) => [name, people.map((p) => p.id)] as const), ...[...first].filter(([name, people]) => people.length === 1 && !whole.has(name)).map(([name, people]) => [name, [people[0]!.id]] as const)];
  return names.filter(([name]) => name !== '').toSorted((a, b) => b[0].length - a[0].length);
}
