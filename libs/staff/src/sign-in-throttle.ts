import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Config, READ_POOL } from '@kaiku/platform';
import type { Pool } from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { networkOf } from './network';
import { SignInThrottled } from './staff.problems';
import { delayAfter } from './staff.rules';

const { perAccount, perIp, windowSeconds } = LIMITS.signIn;

/**
 * Counts wrong passwords per account and per network, for all processes together. Keys are keyed hashes:
 * the table holds neither addresses nor accounts. On real time.
 */
@Injectable()
export class SignInThrottle {
  private readonly wrong: RateLimiterPostgres;
  private readonly closed: RateLimiterPostgres;
  private readonly network: RateLimiterPostgres;
  private readonly secret: string;

  constructor(config: Config, @Inject(READ_POOL) pool: Pool) {
    this.secret = config.secret;
    // Rows that have run out are thrown away by the platform's upkeep: a timer of the limiter's own would outlive the application.
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', tableName: 'throttle', tableCreated: true, keyPrefix, points, duration: windowSeconds, clearExpiredByTimeout: false });
    this.wrong = limiter('wrong', perAccount);
    this.closed = limiter('closed', 1);
    this.network = limiter('network', perIp);
  }

  /** Throws {@link SignInThrottled} while this account or network has to wait. */
  async assertOpen(account: string | null, ip: string): Promise<void> {
    const network = await this.network.get(this.key(networkOf(ip)));
    if (network && network.consumedPoints >= perIp && network.msBeforeNext > 0) throw new SignInThrottled(Math.ceil(network.msBeforeNext / 1000));
    const closed = account === null ? null : await this.closed.get(this.key(account));
    if (closed && closed.msBeforeNext > 0) throw new SignInThrottled(Math.ceil(closed.msBeforeNext / 1000));
  }

  /** Notes a wrong guess; the account opens again after a wait that doubles. */
  async failed(account: string | null, ip: string): Promise<void> {
    await this.network.penalty(this.key(networkOf(ip)));
    if (account === null) return;
    const wrong = await this.wrong.penalty(this.key(account));
    const seconds = delayAfter(wrong.consumedPoints, perAccount, windowSeconds);
    if (seconds > 0) await this.closed.block(this.key(account), seconds);
  }

  /** The right password was given: the account's wrong guesses are forgotten, the network's are not. */
  async succeeded(account: string): Promise<void> {
    await this.wrong.delete(this.key(account));
  }

  private key(name: string): string {
    return createHmac('sha256', this.secret).update(`sign-in ${name}`).digest('base64url').slice(0, 32);
  }
}
