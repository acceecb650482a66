import { lookup } from 'node:dns';
import { request as secure } from 'node:https';
import { request as plain, type ClientRequest, type RequestOptions } from 'node:http';
import { BlockList, type LookupFunction } from 'node:net';
import { LIMITS } from '@kaiku/kernel';

/** Push services of the browsers: Chrome and its kin, Firefox, Safari, Edge. A leading dot: any name below. */
const PUBLIC_HOSTS: readonly string[] = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', '.push.apple.com', '.notify.windows.com'];

/** Addresses inside a house: no push service lives there, and a name that leads there is a trick. */
const INNER = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3]] as const) INNER.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [['::', 127], ['64:ff9b::', 96], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) INNER.addSubnet(net, bits, 'ipv6');

export const isInner = (address: string): boolean => INNER.check(address, address.includes(':') ? 'ipv6' : 'ipv4');

export interface PushNetworkOptions {
  readonly hosts: readonly string[];
  readonly protocol: 'https:' | 'http:';
  readonly innerAllowed: boolean;
}

/** What one answer of a push service was. */
export interface PushAnswer {
  readonly status: number;
  /** Seconds, when the service asks for patience. */
  readonly retryAfter: number | null;
}

/** The only way out to push services: known hosts, no inner address, no redirect, no waiting for ever. */
export class PushNetwork {
  constructor(private readonly options: PushNetworkOptions = { hosts: PUBLIC_HOSTS, protocol: 'https:', innerAllowed: false }) {}

  allows(endpoint: string): boolean {
    if (!URL.canParse(endpoint)) return false;
    const url = new URL(endpoint);
    if (url.protocol !== this.options.protocol || url.username || url.password || (this.options.protocol === 'https:' && url.port !== '')) return false;
    return this.options.hosts.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host));
  }

  /** Rejects with a code when no answer comes. */
  post(endpoint: string, headers: Readonly<Record<string, string | number>>, body: Buffer): Promise<PushAnswer> {
    if (!this.allows(endpoint)) return Promise.reject(Object.assign(new Error('not a push service'), { code: 'EHOST' }));
    return new Promise((resolve, reject) => {
      const options: RequestOptions = { method: 'POST', headers: { ...headers }, signal: AbortSignal.timeout(LIMITS.notice.pushSeconds * 1000), agent: false, lookup: this.lookup };
      const request: ClientRequest = (this.options.protocol === 'https:' ? secure : plain)(endpoint, options, (response) => {
        resolve({ status: response.statusCode ?? 0, retryAfter: secondsOf(response.headers['retry-after']) });
        // Nothing in it is of interest, however long it is.
        response.destroy();
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Resolves a name and refuses it when any of its addresses is an inner one. */
  private readonly lookup: LookupFunction = (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      if (!this.options.innerAllowed && addresses.some(({ address }) => isInner(address))) return done(Object.assign(new Error('an inner address'), { code: 'EINNER' }), '', 0);
      const [first] = addresses;
      if (!first) return done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
      if (options.all) return (done as unknown as (error: null, addresses: { address: string; family: number }[]) => void)(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}

function secondsOf(header: string | undefined): number | null {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) : null;
}
