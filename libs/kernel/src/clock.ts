/** Business time. In the demo it can be moved; sessions, leases and locks stay on real time. */
export abstract class Clock {
  abstract now(): Date;
}

/** A clock that stands where it is put; for tests. */
export class FixedClock extends Clock {
  constructor(private instant: Date = new Date('2026-11-23T09:00:00.000Z')) {
    super();
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
}
