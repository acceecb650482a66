import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerMessages } from '@kaiku/platform';
import { AddContactPoint } from './commands/add-contact-point';
import { CreateCustomer } from './commands/create-customer';
import { RemoveContactPoint } from './commands/remove-contact-point';
import { UpdateCustomer } from './commands/update-customer';
import { AddressHashes } from './contact/address-hashes';
import { ContactChoicesRepository } from './contact/contact-choices.repository';
import { MayContact } from './contact/may-contact';
import { CustomerCandidateQueries } from './customer-candidates.queries';
import { CustomerDetailsQueries } from './customer-details.queries';
import { CustomerHistoryQueries } from './customer-history.queries';
import { CustomerSearchQueries } from './customer-search.queries';
import { CustomerQueries } from './customer.queries';
import { CustomerRepository } from './customer.repository';
import { CUSTOMER_ENTITIES } from './entities';
import { ImportCustomers } from './import/import-customers';
import { ImportRepository } from './import/import.repository';
import { ReceiptQueries } from './receipt.queries';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';

registerMessages('customers', { en, fi, sv });

const FRONT = [CustomerQueries, CustomerDetailsQueries, CustomerSearchQueries, CustomerCandidateQueries, CustomerHistoryQueries, ReceiptQueries, CreateCustomer, UpdateCustomer, AddContactPoint, RemoveContactPoint, ImportCustomers, AddressHashes, MayContact];

/** Customers. Needs an AccessRecorder from whoever composes the process. */
@Module({
  imports: [TypeOrmModule.forFeature(CUSTOMER_ENTITIES)],
  providers: [CustomerRepository, ImportRepository, ContactChoicesRepository, ...FRONT],
  exports: FRONT,
})
export class CustomersModule {}
