import { z } from 'zod';
import { redisAddress, type RedisAddress } from './redis-address';

const flag = (fallback: 'on' | 'off') => z.enum(['on', 'off']).default(fallback).transform((v) => v === 'on');
const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const seconds = (fallback: number) => z.coerce.number().min(0).max(86_400).default(fallback);
const url = (...protocols: string[]) =>
  z.string().refine((s) => URL.canParse(s) && protocols.includes(new URL(s).protocol), { message: `must be a URL that starts with ${protocols.join(' or ')}//` });

/** ISO duration of days and hours that the demo's clock is ahead, e.g. P1DT2H. */
const clockOffset = z
  .string()
  .regex(/^-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$/, 'must be an ISO duration such as P1DT2H')
  .default('PT0S');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Every variable of the environment that the program reads, in one place. */
const schema = z.object({
  DATABASE_URL: url('postgres:', 'postgresql:'),
  REDIS_URL: z.string().refine((text) => redisAddress(text) !== null, { message: 'must be redis://host:6379, redis+sentinel://a:26379,b:26379/name or redis+cluster://a:6379,b:6379' }).optional(),
  KAIKU_QUEUES: z.enum(['postgres', 'redis']).optional(),
  PORT: port(3000),
  KAIKU_HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url('http:', 'https:').optional(),
  TRUSTED_PROXIES: z.string().default(''),
  KAIKU_DATA: z.string().default('.kaiku'),
  KAIKU_DEMO: flag('off'),
  KAIKU_CLOCK: clockOffset,
  KAIKU_SECRET: z.string().min(32, 'must be at least 32 characters'),
  KAIKU_PEPPER: z.string().min(32, 'must be at least 32 characters').optional(),
  KAIKU_PEPPER_PREVIOUS: z.string().min(32, 'must be at least 32 characters').optional(),
  KAIKU_ORGANISATION: z.string().default('Kaiku'),
  KAIKU_TIME_ZONE: z.string().refine(isTimeZone, { message: 'must be the name of a time zone, for example Europe/Helsinki' }).default('Europe/Helsinki'),
  KAIKU_SMTP_PORT: z.union([z.literal('off'), port(2525)]).default(2525),
  KAIKU_SMTP_HOST: z.string().default('127.0.0.1'),
  KAIKU_CATCHER_PORT: port(1025),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  KAIKU_SMTP_LOOKUP_URL: url('http:', 'https:').optional(),
  KAIKU_SMTP_DOT_SECONDS: seconds(600),
  KAIKU_LEASE_SECONDS: seconds(30),
  KAIKU_MAIL_DOMAIN: z.string().default('desk.example'),
  KAIKU_METRICS_PORT: port(9464),
  KAIKU_CONSOLE_DIR: z.string().optional(),
  KAIKU_GRAPHQL_JIT: flag('on'),
  KAIKU_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Parsed configuration, injected under this class; secrets included, so it is never logged. */
export class Config {
  constructor(private readonly env: z.output<typeof schema>) {}
  get database() {
    return { url: this.env.DATABASE_URL };
  }
  /** Which store BullMQ runs on, and where. */
  get queues(): { store: 'postgres' } | { store: 'redis'; url: string; address: RedisAddress } {
    const { KAIKU_QUEUES: forced, REDIS_URL: redis } = this.env;
    return forced !== 'postgres' && redis ? { store: 'redis', url: redis, address: redisAddress(redis)! } : { store: 'postgres' };
  }
  get http() {
    const { PORT: port, KAIKU_HOST: host, PUBLIC_URL: publicUrl, TRUSTED_PROXIES: proxies } = this.env;
    return { port, host, publicUrl: new URL(publicUrl ?? `http://127.0.0.1:${port}`), trustedProxies: proxies.split(',').map((p) => p.trim()).filter(Boolean), consoleDir: this.env.KAIKU_CONSOLE_DIR };
  }
  get demo() {
    return this.env.KAIKU_DEMO;
  }
  get dataFolder() {
    return this.env.KAIKU_DATA;
  }
  get clockOffset() {
    return this.env.KAIKU_CLOCK;
  }
  get secret() {
    return this.env.KAIKU_SECRET;
  }
  /** Keys the hashes under which addresses that want nothing are remembered; the one before, while it is being changed. */
  get pepper(): { readonly current: string; readonly previous: string | null } {
    const { KAIKU_PEPPER: pepper, KAIKU_PEPPER_PREVIOUS: previous, KAIKU_SECRET: secret } = this.env;
    return { current: pepper ?? secret, previous: previous ?? null };
  }
  /** IANA name of the zone the shop lives by: every time that people read is in it. */
  get timeZone() {
    return this.env.KAIKU_TIME_ZONE;
  }
  get organisation() {
    return this.env.KAIKU_ORGANISATION;
  }
  get mail() {
    const e = this.env;
    return {
      inPort: e.KAIKU_SMTP_PORT, inHost: e.KAIKU_SMTP_HOST, catcherPort: e.KAIKU_CATCHER_PORT, outUrl: e.SMTP_URL, lookupUrl: e.KAIKU_SMTP_LOOKUP_URL,
      dotSeconds: e.KAIKU_SMTP_DOT_SECONDS, leaseSeconds: e.KAIKU_LEASE_SECONDS, domain: e.KAIKU_MAIL_DOMAIN,
    };
  }
  get metricsPort() {
    return this.env.KAIKU_METRICS_PORT;
  }
  get jit() {
    return this.env.KAIKU_GRAPHQL_JIT;
  }
  get logLevel() {
    return this.env.KAIKU_LOG_LEVEL;
  }
}

/** A start-up failure that names variables and reasons, never values. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Configuration is not usable:\n${problems.map((p) => `  ${p}`).join('\n')}`);
  }
}

export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((i) => {
        const name = i.path.join('.');
        return present[name] === undefined ? `${name}: must be set` : `${name}: ${i.message}`;
      }),
    );
  }
  if (parsed.data.KAIKU_QUEUES === 'redis' && !parsed.data.REDIS_URL) throw new ConfigError(['REDIS_URL: must be set when KAIKU_QUEUES is redis']);
  return new Config(parsed.data);
}
