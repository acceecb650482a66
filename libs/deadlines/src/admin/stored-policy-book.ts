import { Injectable } from '@nestjs/common';
import { Clock, LIMITS } from '@kaiku/kernel';
import { PolicyBook } from '../policy-book';
import { CompiledCalendars, StoredPolicySheet, type SheetRows } from './policy-sheet';
import { SheetRepository, type SheetCalendarVersion, type SheetPolicyVersion } from './sheet.repository';

/** The policy book of a process, read from the tables. */
@Injectable()
export class StoredPolicyBook extends PolicyBook {
  private readonly compiled = new CompiledCalendars();
  private readonly policyVersions = new Map<string, SheetPolicyVersion>();
  private readonly calendarVersions = new Map<string, SheetCalendarVersion>();
  private rows: (SheetRows & { readonly fingerprint: string }) | null = null;
  /** Until when, of the process's own time, the rows are taken as they are. */
  private freshUntil = 0;

  constructor(
    private readonly sheets: SheetRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async sheet(): Promise<StoredPolicySheet> {
    // How long a look holds is plumbing: it must not stand still when the demo's clock is moved.
    const looked = performance.now();
    if (!this.rows || looked >= this.freshUntil) {
      const fingerprint = await this.sheets.fingerprint();
      if (this.rows?.fingerprint !== fingerprint) this.rows = await this.load(fingerprint);
      this.freshUntil = looked + LIMITS.deadline.policiesMs;
    }
    return new StoredPolicySheet(this.rows, this.compiled, this.clock.now());
  }

  forget(): void {
    this.freshUntil = 0;
  }

  private async load(fingerprint: string): Promise<SheetRows & { readonly fingerprint: string }> {
    const policies = await this.sheets.policies();
    const calendars = await this.sheets.calendars();
    const plans = await this.sheets.plans();
    // After the lists, so that what they name is among the versions.
    for (const version of await this.sheets.policyVersionsExcept([...this.policyVersions.keys()])) this.policyVersions.set(version.id, version);
    for (const version of await this.sheets.calendarVersionsExcept([...this.calendarVersions.keys()])) this.calendarVersions.set(version.id, version);
    return { fingerprint, policies, calendars, plans, policyVersions: this.policyVersions, calendarVersions: this.calendarVersions };
  }
}
