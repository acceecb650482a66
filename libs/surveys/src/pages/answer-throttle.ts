import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Config, READ_POOL } from '@kaiku/platform';
import { networkOf } from '@kaiku/staff';
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';

/** Counts answers by link and by network, for all processes together, on real time. Keys are keyed hashes: the table holds no address. */
@Injectable()
export class AnswerThrottle {
  private readonly link: RateLimiterPostgres;
  private readonly network: RateLimiterPostgres;
  /** In memory, because reading a page writes nothing; each process counts for itself. */
  private readonly bad = new RateLimiterMemory({ keyPrefix: 'bad-survey-token', points: LIMITS.publicLink.badTokens, duration: 600 });
  private readonly key: Buffer;

  constructor(config: Config, @Inject(READ_POOL) pool: Pool) {
    this.key = Buffer.from(hkdfSync('sha256', config.secret, 'kaiku', 'survey-throttle', 32));
    const limiter = (keyPrefix: string) => new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', tableName: 'throttle', tableCreated: true, keyPrefix, points: 1, duration: 3600, clearExpiredByTimeout: false });
    this.link = limiter('survey-link');
    this.network = limiter('survey-network');
  }

  /** Notes an answer. @returns whether it may be taken now */
  async answer(tokenHash: Buffer, ip: string): Promise<boolean> {
    const ofLink = (await this.link.penalty(tokenHash.toString('base64url').slice(0, 32))).consumedPoints;
    const ofNetwork = (await this.network.penalty(this.hashed(networkOf(ip)))).consumedPoints;
    return ofLink <= LIMITS.surveyAnswer.postsPerHour && ofNetwork <= LIMITS.surveyAnswer.networkPerHour;
  }

  /** Notes a token that opens nothing. @returns whether there were too many */
  async badToken(ip: string): Promise<boolean> {
    return (await this.bad.penalty(this.hashed(networkOf(ip)))).consumedPoints > LIMITS.publicLink.badTokens;
  }

  private hashed(name: string): string {
    return createHmac('sha256', this.key).update(name).digest('base64url').slice(0, 32);
  }
}
