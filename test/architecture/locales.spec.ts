import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codesHaveSentences, keysAreUnique, localesAgree, LOCALES, shownCodes, ZOD_CODES, type Catalogue } from './rules/locales';
import { filesUnder, planted, read, ROOT, serverSources } from './support/sources';
import { expectCaught, expectHeld } from './support/verdict';

const catalogueIn = (folder: string): Catalogue => {
  const of = (locale: string) => (existsSync(join(ROOT, folder, `${locale}.json`)) ? (JSON.parse(read(`${folder}/${locale}.json`)) as Record<string, string>) : {});
  return { en: of('en'), fi: of('fi'), sv: of('sv') };
};
const folders = (): string[] => [...new Set(['libs', 'apps/api', 'apps/worker'].flatMap((top) => filesUnder(top, (path) => new RegExp(`/locales/(${LOCALES.join('|')})\\.json$`).test(path)).map((path) => path.replace(/\/[^/]+$/, ''))))];
const server = () => new Map(folders().map((folder) => [folder, catalogueIn(folder)]));
const CONSOLE = 'apps/console/src/i18n';

describe('locales', () => {
  it('have the same keys and the same values in each language', () => {
    expectHeld(localesAgree(new Map([...server(), [CONSOLE, catalogueIn(CONSOLE)]])));
  });
  it('that differ are seen', () => {
    const bad: Catalogue = {
      en: { a: 'Hello {name}', b: '{n, plural, one {# mail} other {# mails}}', c: 'x', d: 'text', f: '{n} left' },
      fi: { a: 'Hei {nimi}', b: '{n, plural, one {# viesti} other {# viestiä}}', d: ' ', e: 'vain suomeksi', f: '{n, plural, other {#}} jäljellä' },
      sv: { a: 'Hej {name}', b: '{n, plural, one {# brev} other {# brev}', c: 'x', d: 'text', f: '{n} kvar' },
    };
    expectCaught(localesAgree(new Map([['planted', bad]])), /: a takes other values/, /sv: b is not an ICU message/, /fi: c is missing/, /fi: d is empty/, /en: e is missing/, /sv: e is missing/, /: f takes other values/);
  });

  it('have a sentence for each problem and field code', () => {
    const codes = new Map([...shownCodes(serverSources()), ...ZOD_CODES.map((code) => [`field.${code}`, 'zod'] as const)]);
    expectHeld(codesHaveSentences(codes, server()));
  });
  it('without a sentence for a code are seen', () => {
    const bad = planted('libs/tickets/src/tickets.problems.ts', `
      export class TicketGone extends Problem { readonly code = 'ticket.gone'; }
      export class TicketTorn extends Problem { constructor(readonly code: 'ticket.torn' | 'ticket.gone' = 'ticket.torn') { super(); } }
      export class NotOne { readonly code = 'something.else'; }
      const Input = z.object({ a: z.string({ error: 'strange' }), b: z.string().refine(ok, { message: 'odd' }) });
      throw new InvalidInput([{ path: 'first', code: 'peculiar' }]);
      reply.send({ code: 'unrelated' });`);
    const known: Catalogue = { en: { 'problem.ticket.gone': 'x', 'field.odd': 'x' }, fi: { 'field.odd': 'x' }, sv: { 'problem.ticket.gone': 'x', 'field.odd': 'x' } };
    expectCaught(
      codesHaveSentences(shownCodes([bad]), new Map([['planted', known]])),
      /problem.ticket.gone has no sentence in fi/, ...LOCALES.map((l) => new RegExp(`problem.ticket.torn has no sentence in ${l}`)), ...LOCALES.map((l) => new RegExp(`field.strange has no sentence in ${l}`)), ...LOCALES.map((l) => new RegExp(`field.peculiar has no sentence in ${l}`)),
    );
  });

  it('say each key once', () => expectHeld(keysAreUnique(server())));
  it('that say a key twice are seen', () => {
    const one: Catalogue = { en: { a: 'x' }, fi: { a: 'x' }, sv: { a: 'x' } };
    expectCaught(keysAreUnique(new Map([['one', one], ['two', one]])), /a: said by one and two/);
  });
});
