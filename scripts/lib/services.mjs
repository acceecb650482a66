// The two stores of a desk: those that the environment names, else our own.
import { join } from 'node:path';
import { verifyDatabase } from './database-url.mjs';
import { dataFolder, rel } from './paths.mjs';
import { postgres } from './postgres.mjs';
import { ownRedis, redisProgram, verifyRedis } from './redis.mjs';
import { hostOf, Refusal } from './say.mjs';

/** Looks at what the environment names before anything is started; fails naming the variable. */
export async function verifyNamed() {
  const { DATABASE_URL: database, REDIS_URL: redis, KAIKU_QUEUES: queues } = process.env;
  if (queues && !['redis', 'postgres'].includes(queues)) throw new Refusal(`KAIKU_QUEUES=${queues} is unknown: say redis or postgres, or leave it unset.`);
  if (database) await verifyDatabase(database);
  if (redis && queues !== 'postgres') await verifyRedis(redis);
  if (queues === 'redis' && !redis && !redisProgram()) throw new Refusal('KAIKU_QUEUES=redis, but REDIS_URL is not set and there is no redis-server on PATH. Install redis-server, set REDIS_URL, or unset KAIKU_QUEUES.');
}

/** @returns {Promise<{ url: string, told: string, stop(): Promise<void> }>} the desk's database */
export async function database() {
  const named = process.env.DATABASE_URL;
  if (named) return { url: named, told: `Database: Postgres (DATABASE_URL, ${hostOf(named)})`, stop: async () => {} };
  const own = await postgres(join(dataFolder(), 'postgres'), { durable: true });
  return { ...own, told: `Database: built-in Postgres (${rel(join(dataFolder(), 'postgres'))})` };
}

/** @returns {Promise<{ store: 'redis' | 'postgres', url?: string, told: string, stop(): Promise<void> }>} where jobs queue */
export async function queueStore() {
  const { REDIS_URL: named, KAIKU_QUEUES: forced } = process.env;
  const onPostgres = (why) => ({ store: 'postgres', told: `Queue store: Postgres (${why})`, stop: async () => {} });
  if (forced === 'postgres') return onPostgres('KAIKU_QUEUES=postgres');
  if (named) return { store: 'redis', url: named, told: `Queue store: Redis (REDIS_URL, ${hostOf(named)})`, stop: async () => {} };
  const program = redisProgram();
  if (!program) return onPostgres('no redis-server found on PATH');
  const own = await ownRedis(join(dataFolder(), 'redis'), program, { durable: true });
  return { store: 'redis', ...own, told: `Queue store: Redis (${program.name} ${program.version ?? ''} of this machine, ${rel(join(dataFolder(), 'redis'))})` };
}
