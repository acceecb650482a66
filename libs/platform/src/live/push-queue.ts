/**
 * What is pushed on one side is awaited on the other, as a subscription needs it. Unlike a generator, it lets go at once when the
 * reader leaves while nothing comes. A reader that falls behind by more than `most` loses what waits and gets `instead`.
 */
export class PushQueue<T> implements AsyncIterableIterator<T> {
  private readonly waiting: T[] = [];
  private reader?: (result: IteratorResult<T>) => void;
  private ended = false;
  private drained?: () => void;

  constructor(
    private readonly left: () => void,
    private readonly most = 1000,
    private readonly instead?: () => T,
  ) {}

  push(value: T): void {
    if (this.ended) return;
    if (this.reader) {
      this.reader({ value, done: false });
      this.reader = undefined;
      return;
    }
    this.waiting.push(value);
    if (this.waiting.length > this.most && this.instead) this.waiting.splice(0, this.waiting.length, this.instead());
  }

  /** What waits is still read; then the reader is told that it is over, and `drained` is called. */
  end(drained?: () => void): void {
    if (this.ended) return;
    this.ended = true;
    this.drained = drained;
    if (this.reader) {
      this.reader({ value: undefined, done: true });
      this.finish();
    }
  }

  next(): Promise<IteratorResult<T>> {
    if (this.waiting.length > 0) return Promise.resolve({ value: this.waiting.shift()!, done: false });
    if (this.ended) {
      this.finish();
      return Promise.resolve({ value: undefined, done: true });
    }
    return new Promise((resolve) => (this.reader = resolve));
  }

  /** The reader leaves. */
  return(): Promise<IteratorResult<T>> {
    this.ended = true;
    this.waiting.length = 0;
    this.reader?.({ value: undefined, done: true });
    this.finish();
    return Promise.resolve({ value: undefined, done: true });
  }

  throw(error: unknown): Promise<IteratorResult<T>> {
    void this.return();
    return Promise.reject(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private finish(): void {
    this.reader = undefined;
    this.left();
    this.drained?.();
    this.drained = undefined;
  }
}
