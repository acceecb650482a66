/** Business time. In the demo it can be moved; sessions, leases and locks stay on real time. */
export abstract class Clock {
  abstract now(): Date;

  /** Milliseconds it stands ahead of the world's clocks: what another machine's clock says is compared with `now()` less these. */
  get aheadMs(): number {
    return 0;
  }
}

/** A clock that stands where it is put; for tests. */
export class FixedClock extends Clock {
  private ahead = 0;

  constructor(private instant: Date = new Date('2026-11-23T09:00:00.000Z')) {
    super();
  }
  override get aheadMs(): number {
    return this.ahead;
  }
  now(): Date {
    return new Date(this.instant);
  }
  set(instant: Date | string): void {
    this.instant = new Date(instant);
  }
  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
  /** Like the demo's clock moved on, while the world's stands. */
  move(milliseconds: number): void {
    this.ahead += milliseconds;
    this.advance(milliseconds);
  }
}
