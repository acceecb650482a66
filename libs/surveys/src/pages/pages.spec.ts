import { brotliCompressSync, gzipSync } from 'node:zlib';
import { LOCALES, type Locale } from '@kaiku/kernel';
import { PAGE_HEADERS, registerMessages, STYLE } from '@kaiku/platform';
import type { Asked } from '../answers/asked';
import { answerPage, type AnswerPage } from './answer-page';
import { saidPage, thanksPage, unsubscribePage, type Said } from './said-page';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';

registerMessages('survey-pages', { en, fi, sv });

const asked: Asked = {
  title: 'Kuinka onnistuimme?', lead: 'Kaksi kysymystä.', thanks: null, asksForContact: true, rules: [],
  questions: [
    { id: 'score', kind: 'rating', scale: 'csat5', newPage: false, required: true, text: 'Kuinka tyytyväinen olet siihen, miten hoidimme asiasi?', choices: [1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: `${n} – vaihtoehto` })) },
    { id: 'why', kind: 'text', scale: null, newPage: false, required: false, text: 'Mitä voisimme tehdä paremmin?', choices: [] },
  ],
};
const given = (locale: Locale, over: Partial<AnswerPage> = {}): AnswerPage => ({
  locale, organisation: 'Lumo', token: 'T'.repeat(43), nonce: 'abc.def', asked, questions: asked.questions, first: true, revision: null, answers: {}, contact: null, problems: [], about: { topic: 'question', on: '20.11.2026' }, anonymous: false, ...over,
});
const faulty = (locale: Locale) => answerPage(given(locale, { answers: { why: 'x'.repeat(1001) }, problems: [{ field: 'q-score', fault: 'survey_required' }, { field: 'q-why', fault: 'survey_long', params: { maximum: 1000, count: 1001 } }] }));
const PAGES: [string, (locale: Locale) => string][] = [
  ['form', (locale) => answerPage(given(locale, { answers: { score: '4' } }))],
  ['form with mistakes', faulty],
  ['a later page', (locale) => answerPage(given(locale, { first: false, revision: 1, questions: asked.questions.slice(1) }))],
  ['anonymous', (locale) => answerPage(given(locale, { anonymous: true, about: null }))],
  ['thanks', (locale) => thanksPage({ locale, organisation: 'Lumo', token: 'T', thanks: null, contact: true, until: '26.11.2026' })],
  ['unsubscribe', (locale) => unsubscribePage({ locale, organisation: 'Lumo', token: 'T', done: false, path: (l) => `/u/T?lang=${l}` })],
  ['unsubscribed', (locale) => unsubscribePage({ locale, organisation: 'Lumo', token: 'T', done: true, path: (l) => `/u/T?lang=${l}` })],
  ...(['expired', 'reopened', 'void', 'used', 'not_found', 'too_many', 'method', 'broken'] as Said[]).map((said): [string, (locale: Locale) => string] => [said, (locale) => saidPage(said, { locale, organisation: 'Lumo', path: (l) => `/s/T?lang=${l}` })]),
];

describe.each(PAGES)('%s', (_, make) => {
  it.each(LOCALES)('A-27 %s: nothing runs, nothing is fetched, all words are there', (locale) => {
    const page = make(locale);
    expect(page).toContain(`<html lang="${locale}">`);
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|<img|<link|<iframe|@import|url\(|https?:\/\//i);
    expect(page).not.toMatch(/survey\.[a-z_]+|public\.[a-z_.]+|undefined|null|\[object/);
    expect(page.match(/<h1/g)).toHaveLength(1);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/(?:for|href)="#?([a-z][\w-]*)"/g)) expect(ids).toContain(target);
    expect(Math.min(gzipSync(page).length, brotliCompressSync(page).length)).toBeLessThan(4_000);
    expect(Buffer.byteLength(page)).toBeLessThan(12_000);
  });
});

it('only the one style is let in', () => {
  expect(PAGE_HEADERS['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/);
  expect(answerPage(given('fi'))).toContain(`<style>${STYLE}</style>`);
});

describe(answerPage, () => {
  it('is native: a group with a legend, radios with words, one button', () => {
    const page = answerPage(given('fi', { answers: { score: '4' } }));
    expect(page.match(/<fieldset/g)).toHaveLength(2);
    expect(page.match(/<legend>/g)).toHaveLength(2);
    expect(page).toContain('<input type="radio" name="q-score" value="4" id="q-score-3" checked><label for="q-score-3">4 – vaihtoehto</label>');
    expect(page.match(/ checked/g)).toHaveLength(1);
    expect(page.match(/<button class="main"/g)).toHaveLength(1);
  });
  it('asks about contact with nothing chosen before', () => expect(answerPage(given('sv'))).not.toContain(' checked'));
  it('mistakes stand first, in the title and beside the field', () => {
    const page = faulty('en');
    expect(page).toMatch(/<title>Error: /);
    expect(page).toContain('<a href="#q-why">Shorten the text to at most 1,000 characters: it has 1,001</a>');
    expect(page).toContain('aria-describedby="q-why-hint q-why-why" aria-invalid="true"');
  });
  it('escapes what people wrote', () => expect(answerPage(given('fi', { answers: { why: '</textarea><script>alert(1)</script>' } }))).not.toContain('<script'));
  it('another language is a press of a button that keeps what was typed', () => expect(answerPage(given('fi'))).toContain(`formaction="/s/${'T'.repeat(43)}?lang=sv" formnovalidate name="_lang" value="sv"`));
});
