import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '@kaiku/kernel';
import { BusinessClock } from './clock/business-clock';
import { Config } from './config/config';
import { DatabaseModule } from './database/database.module';
import { Idempotency } from './idempotency/idempotency';
import { registerMessages } from './i18n/messages';
import { Metrics } from './observability/metrics';
import { Outbox } from './outbox/outbox';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';

registerMessages('platform', { en, fi, sv });

/** What every process of the desk has: configuration, clock, database, outbox, idempotency, metrics. */
@Global()
@Module({})
export class PlatformModule {
  static for(config: Config, clock?: Clock): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [ConfigModule.for(config), DatabaseModule],
      providers: [
        Metrics,
        ...(clock ? [{ provide: Clock, useValue: clock }] : [BusinessClock, { provide: Clock, useExisting: BusinessClock }]),
        Outbox,
        Idempotency,
      ],
      exports: [Metrics, Clock, ...(clock ? [] : [BusinessClock]), Outbox, Idempotency],
    };
  }
}

@Global()
@Module({})
export class ConfigModule {
  static for(config: Config): DynamicModule {
    return { module: ConfigModule, global: true, providers: [{ provide: Config, useValue: config }], exports: [Config] };
  }
}
