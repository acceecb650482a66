import { LOCALES, type Locale } from '@kaiku/kernel';
import type { FastifyRequest } from 'fastify';

/** The same address in each language: `fi/form`, `sv/form`, `en/form`. */
export const inEachLanguage = (path: string): string[] => LOCALES.map((locale) => `${locale}/${path}`);

/** The language that the address names. */
export const localeOf = (request: Pick<FastifyRequest, 'url'>): Locale => LOCALES.find((locale) => request.url.startsWith(`/${locale}/`)) ?? 'fi';

/** One value of the query, or null. */
export function queryValue(request: Pick<FastifyRequest, 'query'>, name: string): string | null {
  const { query } = request;
  const value = typeof query === 'object' && query !== null ? (query as Readonly<Record<string, unknown>>)[name] : null;
  return typeof value === 'string' ? value : null;
}
