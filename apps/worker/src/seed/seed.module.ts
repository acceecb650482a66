import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type Config } from '@kaiku/platform';
import { DeadlinesModule } from '@kaiku/deadlines';
import { StaffModule } from '@kaiku/staff';
import { Bulk } from './bulk';
import { SeedTransaction } from './seed-transaction';

/** Just enough of the desk to fill its tables: no doors, no jobs. Starting it brings the built-in roles and what a new desk promises. */
@Module({})
export class SeedModule {
  static for(config: Config): DynamicModule {
    return { module: SeedModule, imports: [PlatformModule.for(config), StaffModule, DeadlinesModule], providers: [SeedTransaction, Bulk] };
  }
}
