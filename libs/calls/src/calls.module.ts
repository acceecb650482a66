import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@kaiku/customers';
import { registerMessages } from '@kaiku/platform';
import { StaffModule } from '@kaiku/staff';
import { TicketsModule } from '@kaiku/tickets';
import { CallEntity } from './call.entity';
import { CallQueries } from './call.queries';
import { CallRepository } from './call.repository';
import { CallTarget } from './call-target';
import { CallerMatches } from './caller-matches';
import { LogCall } from './commands/log-call';
import { UnknownCallers } from './unknown-callers';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';

registerMessages('calls', { en, fi, sv });

const FRONT = [LogCall, CallQueries, CallerMatches];

/** Logged calls. */
@Module({
  imports: [TypeOrmModule.forFeature([CallEntity]), StaffModule, CustomersModule, TicketsModule],
  providers: [CallRepository, CallTarget, UnknownCallers, ...FRONT],
  exports: FRONT,
})
export class CallsModule {}
