import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Config } from '@kaiku/platform';

export type AnswerNonce = { readonly state: 'good'; readonly ageMs: number } | { readonly state: 'expired' } | { readonly state: 'forged' };

const NONCE = /^([0-9a-z]{1,12})\.([A-Za-z0-9_-]{32})$/;

/** Signs when a form was shown, and for which link: what comes back with another link, or too late, is not taken. Nothing is stored. */
@Injectable()
export class AnswerNonces {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', config.secret, 'kaiku', 'survey-form', 32));
  }

  make(tokenHash: Buffer, now: Date): string {
    const issued = now.getTime().toString(36);
    return `${issued}.${this.seal(tokenHash, issued)}`;
  }

  read(tokenHash: Buffer, text: string, now: Date): AnswerNonce {
    const [, issued = '', seal = ''] = NONCE.exec(text) ?? [];
    if (!issued || !timingSafeEqual(Buffer.from(seal), Buffer.from(this.seal(tokenHash, issued)))) return { state: 'forged' };
    const ageMs = now.getTime() - Number.parseInt(issued, 36);
    return ageMs > LIMITS.surveyAnswer.nonceHours * 3_600_000 ? { state: 'expired' } : { state: 'good', ageMs };
  }

  private seal(tokenHash: Buffer, issued: string): string {
    return createHmac('sha256', this.key).update(tokenHash).update(`.${issued}`).digest().subarray(0, 24).toString('base64url');
  }
}
