import { Inspection, type Verdict } from '../support/verdict';

/** What the entities would change in a migrated database: nothing. */
export function noDrift(entities: number, wanted: readonly string[]): Verdict {
  const seen = new Inspection('no-drift');
  seen.look(entities);
  for (const statement of wanted) seen.breach(statement);
  return seen.verdict();
}

/** Line by line, so that a failure names what changed. */
export function sameText(rule: string, committed: string, printed: string, update: string): Verdict {
  const seen = new Inspection(rule);
  const lines = (text: string) => text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  const [was, is] = [lines(committed), lines(printed)];
  seen.look(is.length);
  const counted = (all: readonly string[]) => all.reduce((count, line) => count.set(line, (count.get(line) ?? 0) + 1), new Map<string, number>());
  const [before, after] = [counted(was), counted(is)];
  for (const [line, n] of before) if ((after.get(line) ?? 0) < n) seen.breach(`- ${line}`);
  for (const [line, n] of after) if ((before.get(line) ?? 0) < n) seen.breach(`+ ${line}`);
  if (was.join('\n') !== is.join('\n')) seen.breach(`the committed file is out of date: ${update}`);
  return seen.verdict();
}
