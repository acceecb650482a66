import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import * as ts from 'typescript';
import { at, isTestCode, nodesOf, type Source } from '../support/sources';
import { Inspection, type Verdict } from '../support/verdict';

export const LOCALES = ['en', 'fi', 'sv'] as const;
/** Messages of one library or of the console by locale: key to ICU text. */
export type Catalogue = Readonly<Record<(typeof LOCALES)[number], Readonly<Record<string, string>>>>;

/** Names of the values a message takes, each with how it is used (`count plural`), nested ones included. */
export function placeholders(message: string): string[] {
  const found = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(`${element.value} ${TYPE[element.type]}`);
      if (element.type === TYPE.plural || element.type === TYPE.select) for (const option of Object.values(element.options)) walk(option.value);
      if (element.type === TYPE.tag) walk(element.children);
    }
  };
  walk(parse(message));
  return [...found].sort();
}

/** The same keys, the same values to fill in, and no empty text in every language. */
export function localesAgree(catalogues: ReadonlyMap<string, Catalogue>): Verdict {
  const seen = new Inspection('locales-agree');
  for (const [library, catalogue] of catalogues) {
    const keys = new Set(LOCALES.flatMap((locale) => Object.keys(catalogue[locale])));
    for (const key of keys) {
      seen.look();
      const known = LOCALES.filter((locale) => catalogue[locale][key] !== undefined);
      for (const locale of LOCALES) if (!known.includes(locale)) seen.breach(`${library} ${locale}: ${key} is missing`);
      const filled = known.map((locale) => {
        const text = catalogue[locale][key]!;
        if (text.trim() === '') seen.breach(`${library} ${locale}: ${key} is empty`);
        try {
          return placeholders(text).join(', ');
        } catch (error) {
          seen.breach(`${library} ${locale}: ${key} is not an ICU message (${error instanceof Error ? error.message : 'unreadable'})`);
          return null;
        }
      });
      const forms = new Set(filled.filter((form) => form !== null));
      if (forms.size > 1) seen.breach(`${library}: ${key} takes other values in ${known.map((l, i) => `${l} {${filled[i]}}`).join(', ')}`);
    }
  }
  return seen.verdict();
}

/** Codes that a person is shown: of problems (`problem.<code>`) and of fields (`field.<code>`), with where they are said. */
export function shownCodes(sources: readonly Source[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const source of sources.filter((s) => /^(libs|apps\/(api|worker))\//.test(s.path) && !isTestCode(s.path))) {
    for (const node of nodesOf(source.ast)) {
      if (ts.isPropertyDeclaration(node) && node.name.getText(source.ast) === 'code' && node.initializer && extendsProblem(node.parent, source)) {
        const code = textOf(node.initializer);
        if (code) codes.set(`problem.${code}`, at(source, node));
      }
      for (const code of givenCodes(node, source)) codes.set(`problem.${code}`, at(source, node));
      const field = fieldCode(node, source);
      if (field) codes.set(`field.${field}`, at(source, node));
    }
  }
  return codes;
}

const textOf = (node: ts.Expression): string | null => (ts.isStringLiteralLike(node) ? node.text : ts.isAsExpression(node) ? textOf(node.expression) : null);

const extendsProblem = (node: ts.Node, source: Source): boolean =>
  ts.isClassDeclaration(node) && (node.heritageClauses ?? []).some((clause) => clause.types.some((type) => /^[A-Z]?\w*Problem$/.test(type.expression.getText(source.ast))));

/** `constructor(readonly code: 'a' | 'b' = 'a')` of a problem: each of its codes. */
function givenCodes(node: ts.Node, source: Source): string[] {
  if (!ts.isParameter(node) || node.name.getText(source.ast) !== 'code' || !ts.isConstructorDeclaration(node.parent) || !extendsProblem(node.parent.parent, source)) return [];
  return [...nodesOf(node)].filter(ts.isStringLiteralLike).map((literal) => literal.text);
}

/** `{ path, code: 'x' }` of a field problem, or the `message`/`error` of a zod check that is a code. */
function fieldCode(node: ts.Node, source: Source): string | null {
  if (!ts.isPropertyAssignment(node) || !ts.isObjectLiteralExpression(node.parent)) return null;
  const name = node.name.getText(source.ast);
  const siblings = node.parent.properties.map((p) => p.name?.getText(source.ast));
  const isField = name === 'code' && siblings.includes('path');
  const isCheck = (name === 'message' || name === 'error') && ts.isCallExpression(node.parent.parent) && /(^z\.|\.(refine|superRefine|regex|min|max|length|email|check|int|positive|nonnegative|startsWith|multipleOf)$)/.test(node.parent.parent.expression.getText(source.ast));
  if (!isField && !isCheck) return null;
  const code = textOf(node.initializer);
  return code !== null && /^[a-z_]+$/.test(code) ? code : null;
}

/** Codes that zod itself gives where a schema says nothing better; people see them too. */
export const ZOD_CODES = ['invalid_type', 'invalid_value', 'invalid_format', 'too_big', 'too_small', 'unrecognized_keys', 'custom', 'invalid_union'];

/** Each code has its sentence in each language. */
export function codesHaveSentences(codes: ReadonlyMap<string, string>, catalogues: ReadonlyMap<string, Catalogue>): Verdict {
  const seen = new Inspection('codes-have-sentences');
  for (const [key, where] of codes) {
    for (const locale of LOCALES) seen.expect([...catalogues.values()].some((c) => c[locale][key] !== undefined), `${where}: ${key} has no sentence in ${locale}`);
  }
  return seen.verdict();
}

/** A key belongs to one library: two would overwrite each other. */
export function keysAreUnique(catalogues: ReadonlyMap<string, Catalogue>): Verdict {
  const seen = new Inspection('message-keys-are-unique');
  const owners = new Map<string, string>();
  for (const [library, catalogue] of catalogues) {
    for (const key of Object.keys(catalogue.en)) {
      seen.expect(!owners.has(key), `${key}: said by ${owners.get(key)} and ${library}`);
      owners.set(key, owners.get(key) ?? library);
    }
  }
  return seen.verdict();
}
