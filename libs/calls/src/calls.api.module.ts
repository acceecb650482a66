import { Module } from '@nestjs/common';
import { TicketsModule } from '@kaiku/tickets';
import { CallsModule } from './calls.module';
import { CallResolver } from './graphql/call.resolver';
import { EntryCallResolver } from './graphql/entry-call.resolver';

@Module({ imports: [CallsModule, TicketsModule], providers: [CallResolver, EntryCallResolver] })
export class CallsApiModule {}
