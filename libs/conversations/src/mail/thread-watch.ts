import type { Worker } from 'node:worker_threads';

export interface ThreadLimits {
  /** milliseconds of processor time one task may use */
  cpuMs: number;
  /** milliseconds one task may take by the clock */
  wallMs: number;
}

const LOOK_EVERY_MS = 100;
const ANSWER_WITHIN_MS = 1_000;

/**
 * Watches a thread from outside, since a thread in an endless loop cannot watch itself. Time
 * away from its idle loop is an upper bound of its processor time; on a crowded machine the
 * thread is asked for the true figure before it is ended for it.
 */
export class ThreadWatch {
  private timer: NodeJS.Timeout | null = null;
  private startedAt = 0;
  private activeBefore = 0;
  private round = 0;
  private asking = false;

  constructor(
    private readonly worker: Worker,
    private readonly limits: ThreadLimits,
    private readonly overrun: () => void,
  ) {}

  start(): void {
    this.stop();
    this.startedAt = performance.now();
    this.activeBefore = this.active();
    const cpuBefore = this.cpuMs();
    const round = this.round;
    this.timer = setInterval(() => void this.look(round, cpuBefore), LOOK_EVERY_MS);
  }

  stop(): void {
    this.round++;
    this.asking = false;
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private async look(round: number, cpuBefore: Promise<number | null>): Promise<void> {
    if (round !== this.round) return;
    if (performance.now() - this.startedAt >= this.limits.wallMs) return this.overrun();
    if (this.asking || this.active() - this.activeBefore < this.limits.cpuMs) return;
    this.asking = true;
    const used = await this.usedSince(cpuBefore);
    if (round !== this.round) return;
    this.asking = false;
    // no answer means it is stuck outside JavaScript: that is an overrun too
    if (used === null || used >= this.limits.cpuMs) this.overrun();
  }

  private active(): number {
    return this.worker.performance.eventLoopUtilization().active;
  }

  private async usedSince(before: Promise<number | null>): Promise<number | null> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), ANSWER_WITHIN_MS);
    });
    const [then, now] = await Promise.all([Promise.race([before, tooLate]), Promise.race([this.cpuMs(), tooLate])]);
    clearTimeout(timer);
    return then === null || now === null ? null : now - then;
  }

  /** Processor time of the thread so far; null where this Node cannot tell. */
  private async cpuMs(): Promise<number | null> {
    if (typeof this.worker.cpuUsage !== 'function') return null;
    try {
      const { user, system } = await this.worker.cpuUsage();
      return (user + system) / 1_000;
    } catch {
      return null;
    }
  }
}
