import DataLoader from 'dataloader';
import type { Viewer } from '@kaiku/kernel';
import type { RequestScope } from '../access/request-scope';

type Type<T> = abstract new (...args: never[]) => T;

export interface Loader<K, V> {
  (scope: RequestScope, key: K): Promise<V | null>;
}

/**
 * A loader in the library that owns the target: `defineLoader(CustomerQueries, (q, viewer, ids) => q.byIds(viewer, ids))`.
 * One batch per request and tick; a row that may not be seen is null, like one that does not exist.
 */
export function defineLoader<S, K extends string, V>(service: Type<S>, batch: (service: S, viewer: Viewer, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>): Loader<K, V> {
  const identity = {};
  return async (scope, key) => {
    let loader = scope.loaders.get(identity) as DataLoader<K, V | null> | undefined;
    if (!loader) {
      const source = scope.resolve(service);
      loader = new DataLoader(async (keys) => {
        const found = await batch(source, scope.viewer, keys);
        return keys.map((k) => found.get(k) ?? null);
      });
      scope.loaders.set(identity, loader);
    }
    return loader.load(key);
  };
}
