import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@kaiku/customers';
import { registerMessages } from '@kaiku/platform';
import { StaffModule } from '@kaiku/staff';
import { TicketsModule } from '@kaiku/tickets';
import { SURVEY_ENTITIES } from './entities';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';

registerMessages('surveys', { en, fi, sv });

/** Asking: what is shared by the sending and the answering side. */
@Module({ imports: [TypeOrmModule.forFeature(SURVEY_ENTITIES), StaffModule, CustomersModule, TicketsModule] })
export class SurveysModule {}
