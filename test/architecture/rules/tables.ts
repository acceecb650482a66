import * as ts from 'typescript';
import { at, decoratorsOf, isTestCode, libraryOf, literalText, nodesOf, type Source } from '../support/sources';
import { Inspection, type Verdict } from '../support/verdict';
import { rankOf } from './imports';

/** Which library each table belongs to: that of its entity, else the one its migration is named for. */
export function tableOwners(sources: readonly Source[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const source of sources) {
    const migration = /^migrations\/\d+-create-([a-z-]+)\.ts$/.exec(source.path);
    if (migration) for (const [, table] of source.text.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?"?([a-z_]+)"?/g)) owners.set(table!, migration[1]!);
  }
  for (const source of sources.filter((s) => s.path.endsWith('.entity.ts'))) {
    for (const node of nodesOf(source.ast)) {
      const table = ts.isClassDeclaration(node) ? decoratorsOf(node).get('Entity')?.arguments[0] : undefined;
      const library = libraryOf(source.path);
      if (table && ts.isStringLiteralLike(table) && library) owners.set(table.text, library);
    }
  }
  return owners;
}

/** Words that may follow a table and are not its alias. */
const KEYWORD = /^(where|join|left|right|inner|outer|full|cross|natural|on|using|order|group|having|limit|offset|for|union|except|intersect|returning|set|values|window|fetch|tablesample|lateral|select|when|then)$/;
const isWord = (token: string | undefined): token is string => token !== undefined && /^[a-z_][a-z0-9_.]*$/.test(token);

/** Tables that a statement writes and reads. Functions and common table expressions are not tables. */
export function tablesOf(sql: string): { reads: Set<string>; writes: Set<string> } {
  const text = sql.replace(/--[^\n]*/g, ' ').replace(/'[^']*'/g, ' 0 ').replaceAll('"', '').toLowerCase();
  const tokens = text.match(/[a-z_][a-z0-9_.]*|[(),;]|[^\sa-z_(),;]+/g) ?? [];
  const [reads, writes, expressions] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const closing = (open: number): number => {
    for (let i = open, depth = 0; i < tokens.length; i++) if (tokens[i] === '(') depth++;
    else if (tokens[i] === ')' && --depth === 0) return i;
    return tokens.length;
  };
  /** `FROM a x, LATERAL f(x) y, (SELECT …) z`: every item of the list. What stands in parentheses has its own FROM. */
  const list = (from: number): void => {
    for (let i = from; ; i++) {
      while (tokens[i] === 'only' || tokens[i] === 'lateral') i++;
      const name = tokens[i];
      if (name === '(') i = closing(i) + 1;
      else if (isWord(name) && !KEYWORD.test(name)) {
        i++;
        if (tokens[i] === '(') i = closing(i) + 1;
        else reads.add(name.replace(/^public\./, ''));
      } else return;
      if (tokens[i] === 'as') i++;
      if (isWord(tokens[i]) && !KEYWORD.test(tokens[i]!)) i++;
      if (tokens[i] === '(') i = closing(i) + 1;
      if (tokens[i] !== ',') return;
    }
  };
  for (const [i, token] of tokens.entries()) {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    // `name AS (SELECT` or `name (columns) AS MATERIALIZED (`
    if (token === 'as' && (next === '(' || ['materialized', 'not'].includes(next ?? ''))) {
      let named = i - 1;
      if (tokens[named] === ')') while (named > 0 && tokens[named] !== '(') named--;
      expressions.add(tokens[named === i - 1 ? named : named - 1] ?? '');
    } else if (token === 'from' && before === 'delete') writes.add(next ?? '');
    else if (token === 'into') writes.add(next ?? '');
    else if (token === 'update' && !['for', 'key', 'do'].includes(before ?? '')) writes.add((next === 'only' ? tokens[i + 2] : next) ?? '');
    else if ((token === 'from' && before !== 'distinct') || token === 'join' || (token === 'using' && next !== '(')) list(i + 1);
  }
  for (const set of [reads, writes]) for (const name of set) if (expressions.has(name) || !isWord(name)) set.delete(name);
  return { reads, writes };
}

/** A library reads its own tables and those of lower libraries, and writes only its own. */
export function statementsKeepToTheirTables(sources: readonly Source[], owners = tableOwners(sources)): Verdict {
  const seen = new Inspection('statements-keep-to-their-tables');
  for (const source of sources.filter((s) => /^(libs|apps)\//.test(s.path) && !isTestCode(s.path))) {
    const library = libraryOf(source.path) ?? 'apps';
    for (const node of nodesOf(source.ast)) {
      const text = literalText(node);
      if (text === null || !/\b(select|insert|update|delete|from|join)\b/i.test(text) || ts.isImportDeclaration(node.parent)) continue;
      const { reads, writes } = tablesOf(text);
      for (const table of new Set([...reads, ...writes])) {
        const owner = owners.get(table);
        if (!owner) continue;
        const verb = writes.has(table) ? 'writes' : 'reads';
        const allowed = owner === library || (verb === 'reads' && rankOf(owner) < rankOf(library));
        seen.expect(allowed, `${at(source, node)}: ${library} ${verb} ${table}, which belongs to ${owner}`);
      }
    }
  }
  return seen.verdict();
}
