import { createHash } from 'node:crypto';

/** Pseudo-random numbers that repeat for the same seed (sfc32), and the choices made with them. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: string) {
    const hash = createHash('sha256').update(seed).digest();
    [this.a, this.b, this.c] = [hash.readInt32LE(0), hash.readInt32LE(4), hash.readInt32LE(8)];
    for (let i = 0; i < 12; i++) this.next();
  }

  /** 32 bits. */
  private next(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return t >>> 0;
  }

  /** From 0 to 1, 1 excluded. */
  unit(): number {
    return this.next() / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)]!;
  }

  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
    return entries.at(-1)![0];
  }

  digits(count: number): string {
    return String(this.between(0, 10 ** count - 1)).padStart(count, '0');
  }

  private lastMs = -1;
  private inMs = 0;

  /** A UUIDv7 of that instant: entries of a ticket are ordered by id, so each id is greater than the one before of the same instant. */
  idAt(ms: number): string {
    this.inMs = ms === this.lastMs ? this.inMs + 1 : 0;
    this.lastMs = ms;
    const time = Math.floor(ms).toString(16).padStart(12, '0');
    const hex = (bits: number, width: number) => (this.next() >>> (32 - bits)).toString(16).padStart(width, '0');
    const variant = (0x8000 | (this.next() >>> 18)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${(this.inMs & 0xfff).toString(16).padStart(3, '0')}-${variant}-${hex(24, 6)}${hex(24, 6)}`;
  }
}
