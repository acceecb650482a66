import type { FastifyRequest } from 'fastify';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

export const isLoopbackHost = (host: string | undefined): boolean => LOOPBACK.test(host ?? '');

/** Whether a page of this origin is one of ours: of PUBLIC_URL, or on this machine of the very address asked. */
export function isOwnOrigin(origin: string, host: string | undefined, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true;
  const of = URL.canParse(origin) ? new URL(origin).host : '';
  return of !== '' && of === host && isLoopbackHost(of);
}

/**
 * Why a changing request is refused before anything reads it, or null. Only pages of our own may send one.
 * A request that carries a session must say where it comes from.
 */
export function originRefusal(request: Pick<FastifyRequest, 'method' | 'headers' | 'host'>, publicOrigin: string, hasSession: boolean): string | null {
  if (READING.has(request.method)) return null;
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return 'another site sent this';
  if (origin === undefined) return hasSession && site === undefined ? 'a request with a session needs an Origin header' : null;
  return isOwnOrigin(origin, request.host, publicOrigin) ? null : 'this is not the address in PUBLIC_URL';
}
