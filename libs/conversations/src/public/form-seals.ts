import { createHmac, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isId, LIMITS } from '@kaiku/kernel';
import { Config } from '@kaiku/platform';
import { derive } from '../mail-secrets';

/** What a form was shown for: a nonce of one is none of another. */
export type NonceUse = 'form' | 'status';

export type Nonce = { readonly state: 'good'; readonly hash: Buffer; readonly ageMs: number } | { readonly state: 'expired' } | { readonly state: 'forged' };

const NONCE = /^[A-Za-z0-9_-]{30}\.[A-Za-z0-9_-]{32}$/;
const FILE = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{32})$/;
const TIME_BYTES = 6;

/** Signs what a form brings back: when it was shown, and which files were already taken in. Nothing is stored for it. */
@Injectable()
export class FormSeals {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = derive(config.secret, 'public-form');
  }

  /** A nonce that was shown now: 128 random bits and the time. */
  nonce(use: NonceUse, now: Date): string {
    const time = Buffer.alloc(TIME_BYTES);
    time.writeUIntBE(now.getTime(), 0, TIME_BYTES);
    const payload = Buffer.concat([time, randomBytes(16)]).toString('base64url');
    return `${payload}.${this.seal(`nonce ${use} ${payload}`)}`;
  }

  readNonce(use: NonceUse, text: string, now: Date): Nonce {
    if (!NONCE.test(text)) return { state: 'forged' };
    const [payload = '', seal = ''] = text.split('.');
    if (!this.same(seal, `nonce ${use} ${payload}`)) return { state: 'forged' };
    const ageMs = now.getTime() - Buffer.from(payload, 'base64url').readUIntBE(0, TIME_BYTES);
    return ageMs > LIMITS.form.nonceHours * 3_600_000 ? { state: 'expired' } : { state: 'good', ageMs, hash: createHash('sha256').update(payload).digest() };
  }

  /** Names a file that came with a form which could not be taken yet, so that it need not be sent again. */
  file(id: string): string {
    return `${id}.${this.seal(`file ${id}`)}`;
  }

  /** @returns the file's id, or null for what was not signed here */
  readFile(text: string): string | null {
    const [, id = '', seal = ''] = FILE.exec(text) ?? [];
    return isId(id) && this.same(seal, `file ${id}`) ? id : null;
  }

  private seal(text: string): string {
    return createHmac('sha256', this.key).update(text).digest().subarray(0, 24).toString('base64url');
  }

  private same(seal: string, text: string): boolean {
    return timingSafeEqual(Buffer.from(seal), Buffer.from(this.seal(text)));
  }
}
