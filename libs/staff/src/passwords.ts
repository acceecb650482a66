import { Injectable } from '@nestjs/common';
import { hash, verify, Algorithm } from '@node-rs/argon2';
import { LIMITS } from '@kaiku/kernel';

/** OWASP ASVS 5, appendix C: argon2id with at least 47,104 KiB for one pass. About 20 ms on one core. */
const PARAMETERS = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 47_104, timeCost: 1, parallelism: 1 };
/** Who waits longer than this many others is told to come again. */
const MOST_WAITING = 100;

/** Too many password checks are waiting. */
export class HashingBusy extends Error {}

/** Hashes and checks passwords, two at a time in one process: guessing never takes the desk's processors. */
@Injectable()
export class Passwords {
  private free: number = LIMITS.signIn.parallelHashes;
  private readonly waiting: (() => void)[] = [];
  private decoy?: Promise<string>;
  /** The most that ever ran at once; for tests and metrics. */
  peak = 0;

  /** Runs `work` when it is its turn. Throws {@link HashingBusy} when the queue is too long. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else {
      if (this.waiting.length >= MOST_WAITING) throw new HashingBusy();
      await new Promise<void>((go) => this.waiting.push(go));
    }
    this.peak = Math.max(this.peak, LIMITS.signIn.parallelHashes - this.free);
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, PARAMETERS));
  }

  /** Call inside {@link inTurn}. A missing hash takes as long as a present one, so that time tells nothing. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    this.decoy ??= hash('decoy of an account that does not exist', PARAMETERS);
    const right = await verify(passwordHash ?? (await this.decoy), password);
    return right && passwordHash !== null;
  }
}
