import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Config, READ_POOL } from '@kaiku/platform';
import { networkOf } from '@kaiku/staff';
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { derive } from '../mail-secrets';

const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * Counts what comes from one network to the public pages, for all processes together and on real time. Keys are keyed hashes: the table
 * holds no addresses. Nothing here refuses a first-time sender: carriers share addresses, and a kiosk in a shop is one address.
 */
@Injectable()
export class PublicThrottle {
  private readonly hour: RateLimiterPostgres;
  private readonly day: RateLimiterPostgres;
  private readonly files: RateLimiterPostgres;
  private readonly messages: RateLimiterPostgres;
  private readonly links: RateLimiterPostgres;
  /** In memory, because reading a page writes nothing; each process counts for itself. */
  private readonly bad = new RateLimiterMemory({ keyPrefix: 'bad-token', points: LIMITS.publicLink.badTokens, duration: 600 });
  private readonly key: Buffer;

  constructor(config: Config, @Inject(READ_POOL) pool: Pool) {
    this.key = derive(config.secret, 'public-throttle');
    // Rows that have run out are thrown away by the platform's upkeep: a timer of the limiter's own would outlive the application.
    const limiter = (keyPrefix: string, duration: number) =>
      new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', tableName: 'throttle', tableCreated: true, keyPrefix, points: 1, duration, clearExpiredByTimeout: false });
    this.hour = limiter('form-hour', HOUR);
    this.day = limiter('form-day', DAY);
    this.files = limiter('form-files', HOUR);
    this.messages = limiter('status-hour', HOUR);
    this.links = limiter('link-day', DAY);
  }

  /** Notes a form that was sent. @returns how many came from this network in the hour and in the day, this one included */
  async form(ip: string): Promise<{ inHour: number; inDay: number }> {
    const key = this.hashed(networkOf(ip));
    const inHour = (await this.hour.penalty(key)).consumedPoints;
    return { inHour, inDay: (await this.day.penalty(key)).consumedPoints };
  }

  /** Notes a file. @returns whether it may be kept */
  async file(ip: string): Promise<boolean> {
    return (await this.files.penalty(this.hashed(networkOf(ip)))).consumedPoints <= LIMITS.form.filesPerHour;
  }

  /** Notes a message from a ticket's page. @returns whether it may be taken now */
  async message(ticketId: string): Promise<boolean> {
    return (await this.messages.penalty(this.hashed(ticketId))).consumedPoints <= LIMITS.publicLink.messagesPerHour;
  }

  /** Notes a link that somebody asks for. @returns whether it may be mailed */
  async link(ticketId: string): Promise<boolean> {
    return (await this.links.penalty(this.hashed(ticketId))).consumedPoints <= LIMITS.publicLink.mailsPerDay;
  }

  /** Notes a token that opens nothing. @returns whether there were too many */
  async badToken(ip: string): Promise<boolean> {
    return (await this.bad.penalty(this.hashed(networkOf(ip)))).consumedPoints > LIMITS.publicLink.badTokens;
  }

  private hashed(name: string): string {
    return createHmac('sha256', this.key).update(name).digest('base64url').slice(0, 32);
  }
}
