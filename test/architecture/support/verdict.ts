/** What a rule says: how many things it looked at, and each breach as `where: what`. */
export interface Verdict {
  readonly rule: string;
  readonly checked: number;
  readonly breaches: readonly string[];
}

/** Collects what one rule sees; `look` counts, `breach` notes. */
export class Inspection {
  private count = 0;
  private readonly found: string[] = [];

  constructor(private readonly rule: string) {}

  look(times = 1): void {
    this.count += times;
  }
  breach(what: string): void {
    this.found.push(what);
  }
  /** Counts one thing, and notes a breach unless it is as it should be. */
  expect(fine: boolean, what: string): void {
    this.look();
    if (!fine) this.breach(what);
  }
  verdict(): Verdict {
    return { rule: this.rule, checked: this.count, breaches: this.found };
  }
}

/** The rule holds, and it looked at something: a rule that looks at nothing holds for nothing. */
export function expectHeld(verdict: Verdict): void {
  process.stderr.write(`${verdict.rule}: checked ${verdict.checked}\n`);
  expect(verdict.breaches).toEqual([]);
  expect(verdict.checked).toBeGreaterThan(0);
}

/** The rule sees each planted breach: exactly one breach matches each pattern, and there are no others. */
export function expectCaught(verdict: Verdict, ...patterns: readonly RegExp[]): void {
  const missed = patterns.filter((pattern) => !verdict.breaches.some((breach) => pattern.test(breach)));
  expect({ missed, breaches: verdict.breaches }).toEqual({ missed: [], breaches: verdict.breaches });
  expect(verdict.breaches).toHaveLength(patterns.length);
}
