import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { hashOfDocument, overLimit } from './document-limits';
import { PARSED_TOKENS } from './limits.plugin';

/** The console may ask what it asks: its documents keep the limits that hold for known ones. */
const documents = Object.values(JSON.parse(readFileSync(join(__dirname, '../../../../apps/console/src/graphql/generated/persisted-documents.json'), 'utf8')) as Record<string, string>);

it.each(documents.map((text) => [/(?:query|mutation|subscription) (\w+)/.exec(text)?.[1] ?? text.slice(0, 40), text]))('%s', (_, text) => {
  expect(overLimit(parse(text, { maxTokens: PARSED_TOKENS }), new Set(documents.map(hashOfDocument)))).toBeNull();
});
