import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '@kaiku/kernel';
import { Config } from '../config/config';
import { Database } from '../database/database';
import { namedQuery } from '../database/named-query';

const READ = namedQuery('clock.read', `SELECT value FROM setting WHERE key = 'clock.offset_ms'`);
const WRITE = namedQuery('clock.write', `
  INSERT INTO setting (key, value, updated_at) VALUES ('clock.offset_ms', $1, clock_timestamp())
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`);
const POLL_MS = 500;

/** Real time plus an offset: from the environment, and in the demo from a setting that all processes follow. */
@Injectable()
export class BusinessClock extends Clock implements OnModuleDestroy {
  private moved = 0;
  private timer?: NodeJS.Timeout;
  private readonly configured: number;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {
    super();
    this.configured = durationMs(config.clockOffset);
  }

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  override get aheadMs(): number {
    return this.configured + this.moved;
  }

  /** In the demo, follows the shared setting; elsewhere does nothing. */
  async follow(): Promise<void> {
    if (!this.config.demo) return;
    const read = async () => {
      const row = await this.database.one<{ value: number }>(READ);
      this.moved = Number(row?.value ?? 0);
    };
    await read();
    this.timer = setInterval(() => void read().catch(() => undefined), POLL_MS);
    this.timer.unref();
  }

  /** Sets how far ahead the demo's clock is, in milliseconds, for every process of the desk. */
  async move(offsetMs: number): Promise<void> {
    await this.database.transaction(() => this.database.rows(WRITE, [JSON.stringify(offsetMs)]));
    this.moved = offsetMs;
  }

  get offsetMs(): number {
    return this.moved;
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}

/** `P1DT2H` in milliseconds; days are 24 hours. Accepts a leading minus. */
export function durationMs(iso: string): number {
  const match = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!match) throw new Error('not an ISO duration of days, hours, minutes and seconds');
  const [, sign, d = 0, h = 0, m = 0, s = 0] = match;
  const ms = (((Number(d) * 24 + Number(h)) * 60 + Number(m)) * 60 + Number(s)) * 1000;
  return sign ? -ms : ms;
}
