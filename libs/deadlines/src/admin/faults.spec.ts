import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from './locales/en.json';

const FOLDERS = [__dirname, join(__dirname, 'commands'), join(__dirname, '../engine')];
const sources = FOLDERS.flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts')).map((file) => readFileSync(join(folder, file), 'utf8')));
/** Codes that are said elsewhere: of clocks, and of whole refusals. */
const ELSEWHERE = /^(policy\.none|calendar\.(invalid|not_found|conflict)|policy\.(invalid|not_found|conflict)|reminder_plan\.(invalid|not_found|conflict))$/;

test('each fault of a definition has its sentence', () => {
  const codes = new Set(sources.flatMap((text) => [...text.matchAll(/'((?:calendar|target|policy|reminder_plan)\.[a-z_]+)'/g)].map((match) => match[1]!)).filter((code) => !ELSEWHERE.test(code)));
  expect(codes.size).toBeGreaterThan(20);
  expect([...codes].filter((code) => !(`fault.${code}` in en))).toEqual([]);
});
