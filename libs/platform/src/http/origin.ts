import type { FastifyRequest } from 'fastify';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

export const isLoopbackHost = (host: string | undefined): boolean => LOOPBACK.test(host ?? '');

/**
 * Why a changing request is refused before anything reads it, or null. Only pages of our own may send one:
 * those of PUBLIC_URL, and on this machine those of the address asked. A request that carries a session must say where it comes from.
 */
export function originRefusal(request: Pick<FastifyRequest, 'method' | 'headers' | 'host'>, publicOrigin: string, hasSession: boolean): string | null {
  if (READING.has(request.method)) return null;
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return 'another site sent this';
  if (origin === undefined) return hasSession && site === undefined ? 'a request with a session needs an Origin header' : null;
  if (origin === publicOrigin) return null;
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  if (host === request.host && isLoopbackHost(host)) return null;
  return 'this is not the address in PUBLIC_URL';
}
