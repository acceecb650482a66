import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@kaiku/kernel';
import { finnishDays } from './finnish-days';
import { officeHours } from './shipped';
import { ShippedRepository } from './shipped.repository';

/** Gives a new desk its first calendar, policies and plans, at the start of whichever process comes first. */
@Injectable()
export class ShipDefaults implements OnModuleInit {
  constructor(
    private readonly shipped: ShippedRepository,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!(await this.shipped.anything())) await this.write();
  }

  /** Also for tests, which begin with empty tables. */
  async write(): Promise<void> {
    const now = this.clock.now();
    const year = now.getUTCFullYear();
    // The year after the next is proposed each December, and a person accepts it.
    await this.shipped.write(officeHours([year - 1, year, year + 1].flatMap(finnishDays)), now);
  }
}
