/** Where the queue store is. A Sentinel or Cluster is named by several of its hosts, so that one of them may be away. */
export interface RedisAddress {
  readonly kind: 'single' | 'sentinel' | 'cluster';
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  /** Sentinel only: the name that the Sentinels know the master by. */
  readonly master?: string;
  /** Number of the database; a Cluster has only 0. */
  readonly db: number;
}

const URL_FORM = /^(rediss?)(?:[+-](sentinel|cluster))?:\/\/(?:([^@/?#]*)@)?([^/?#]+)(\/[^?#]*)?(?:\?[^#]*)?$/i;
const HOST = /^(\[[0-9a-f:.]+\]|[^:[\]\s]+)(?::(\d{1,5}))?$/i;
const PORTS = { single: 6379, sentinel: 26_379, cluster: 6379 } as const;

/**
 * Reads `redis://host:6379/0`, `redis+sentinel://a:26379,b:26379/name/0` or `redis+cluster://a:6379,b:6379`; with `rediss` for TLS and
 * `user:password@` in percent form before the first host. `URL` cannot: it knows one host.
 * @returns null for what is none of these
 */
export function redisAddress(text: string): RedisAddress | null {
  const [, scheme = '', several = '', account = '', list = '', path = ''] = URL_FORM.exec(text) ?? [];
  if (scheme === '') return null;
  const kind = several === '' ? 'single' : (several.toLowerCase() as 'sentinel' | 'cluster');
  const hosts = list.split(',').map((part) => {
    const [, host = '', port] = HOST.exec(part) ?? [];
    return { host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? PORTS[kind]) };
  });
  if (hosts.some(({ host, port }) => host === '' || port < 1 || port > 65_535) || (kind === 'single' && hosts.length > 1)) return null;
  const [first, second, ...more] = path.split('/').slice(1).filter((part, i, all) => part !== '' || i < all.length - 1);
  const [master, db] = kind === 'sentinel' ? [first, second] : [undefined, first];
  if (more.length > 0 || (kind !== 'sentinel' && second !== undefined) || (kind === 'sentinel' && !master)) return null;
  if (!/^\d{0,5}$/.test(db ?? '') || (kind === 'cluster' && Number(db ?? 0) !== 0)) return null;
  const [username, password] = account.split(/:(.*)/s).map(decoded);
  if (username === null || password === null) return null;
  return { kind, tls: scheme.toLowerCase() === 'rediss', ...(username ? { username } : {}), ...(password ? { password } : {}), hosts, ...(master ? { master } : {}), db: Number(db ?? 0) };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
