import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config';
import { Database } from './database';
import { KEPT_PLANS, createPool, READ_POOL } from './pools';

/** One data source for writes, one pool for reads. Entities come from the libraries' own modules. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        type: 'postgres' as const,
        url: config.database.url,
        autoLoadEntities: true,
        synchronize: false,
        retryAttempts: 0,
        logging: false,
        // Statements that wait for nothing are sent behind one another.
        extra: { max: 12, pipeline: true, options: KEPT_PLANS, application_name: 'kaiku writes', connectionTimeoutMillis: 5000 },
      }),
    }),
  ],
  providers: [{ provide: READ_POOL, inject: [Config], useFactory: (config: Config) => createPool(config.database.url, 'reads', 10, { options: KEPT_PLANS }) }, Database],
  exports: [Database, READ_POOL],
})
export class DatabaseModule {}
