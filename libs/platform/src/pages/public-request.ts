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

/** The browser says that a page of another site sent this. Our own pages name no origin, because they send no referrer. */
export function isForeign(request: Pick<FastifyRequest, 'headers'>): boolean {
  const site = request.headers['sec-fetch-site'];
  return typeof site === 'string' && site !== 'same-origin' && site !== 'none';
}
