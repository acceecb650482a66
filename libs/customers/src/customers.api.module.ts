import { Module } from '@nestjs/common';
import { CustomersModule } from './customers.module';
import { ContactChoiceResolver } from './graphql/contact-choice.resolver';
import { CustomerCommandsResolver } from './graphql/customer.commands.resolver';
import { CustomerFieldsResolver } from './graphql/customer.fields.resolver';
import { CustomerQueriesResolver } from './graphql/customer.queries.resolver';

@Module({ imports: [CustomersModule], providers: [CustomerQueriesResolver, CustomerFieldsResolver, CustomerCommandsResolver, ContactChoiceResolver] })
export class CustomersApiModule {}
