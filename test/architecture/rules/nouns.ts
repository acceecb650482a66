import * as ts from 'typescript';
import { at, isTestCode, nodesOf, type Source } from '../support/sources';
import { Inspection, type Verdict } from '../support/verdict';

/**
 * Words of the shop floor. Not among them, because they are words of the machinery as well: `reply` (Fastify's name for a
 * response), `message` (a text in a language), `call`, `order`, `batch`, `mail` (a protocol the platform speaks), `staff`
 * and `team` (who acts: the kernel's actor).
 */
const NOUNS = new Set([
  'ticket', 'customer', 'survey', 'complaint', 'pet', 'receipt', 'mailbox', 'loyalty', 'purchase', 'deadline', 'calendar', 'incident', 'campaign', 'questionnaire',
  'attachment', 'conversation', 'refund', 'caller', 'consent', 'objection', 'invitation', 'respondent', 'shop', 'product', 'warranty', 'complainant', 'erasure', 'acknowledgement', 'draft', 'inbox',
]);

/**
 * Declarations whose very purpose is to list the words of the house in one place; their members are words and no behaviour:
 * the figures (`limits.ts`, settled: one file), the queues (named for what people call them), and the vocabulary of the
 * register of personal data (one typed register). Whatever else in kernel or platform names a thing of the shop is a breach.
 */
const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  'libs/kernel/src/limits.ts': ['LIMITS'],
  'libs/kernel/src/jobs.ts': ['QueueName', 'QUEUES'],
  'libs/kernel/src/personal.ts': ['PersonalCategory', 'ProcessingPurpose'],
  'libs/kernel/src/viewer.ts': ['Purpose'],
};

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
const wordsOf = (name: string): string[] => name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).map((word) => singular(word.toLowerCase())).filter(Boolean);

const inVocabulary = (source: Source, node: ts.Node): boolean => {
  const names = VOCABULARIES[source.path] ?? [];
  for (let up: ts.Node | undefined = node; up; up = up.parent) {
    if ((ts.isVariableDeclaration(up) || ts.isTypeAliasDeclaration(up)) && names.includes(up.name.getText(source.ast))) return true;
  }
  return false;
};

/** Kernel and platform know no business: neither in a name nor in a text that names something. */
export function noBusinessNouns(sources: readonly Source[]): Verdict {
  const seen = new Inspection('no-business-nouns');
  const mine = sources.filter((s) => /^libs\/(kernel|platform)\//.test(s.path) && !isTestCode(s.path));
  const members = new Set<string>();
  for (const source of mine) for (const node of nodesOf(source.ast)) if ((ts.isStringLiteralLike(node) || ts.isIdentifier(node)) && inVocabulary(source, node)) members.add(node.text);
  for (const source of mine) {
    const noun = wordsOf(source.path.replace(/^libs\/[^/]+\/src\//, '')).find((word) => NOUNS.has(word));
    seen.expect(noun === undefined, `${source.path}: the file is named for a ${noun}`);
    for (const node of nodesOf(source.ast)) {
      if (!ts.isIdentifier(node) && !ts.isPrivateIdentifier(node) && !ts.isStringLiteralLike(node) && !ts.isTemplateHead(node) && !ts.isTemplateMiddle(node) && !ts.isTemplateTail(node)) continue;
      // What an import path or a vocabulary says is said elsewhere; a member may be repeated where its type is used.
      if (ts.isImportDeclaration(node.parent) || inVocabulary(source, node) || (members.has(node.text) && !ts.isDeclarationStatement(node.parent))) continue;
      const word = wordsOf(node.text).find((w) => NOUNS.has(w));
      seen.expect(word === undefined, `${at(source, node)}: ${word} in ${node.text.trim().slice(0, 60)}`);
    }
  }
  return seen.verdict();
}
