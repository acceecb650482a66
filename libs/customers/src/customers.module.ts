import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerMessages } from '@kaiku/platform';
import { AddContactPoint } from './commands/add-contact-point';
import { CreateCustomer } from './commands/create-customer';
import { RemoveContactPoint } from './commands/remove-contact-point';
import { UpdateCustomer } from './commands/update-customer';
import { AddressHashes } from './contact/address-hashes';
import { ChoosingPerson } from './contact/choosing-person';
import { GiveConsent } from './contact/commands/give-consent';
import { KeepObjections } from './contact/commands/keep-objections';
import { LiftRestriction } from './contact/commands/lift-restriction';
import { LiftSuppression } from './contact/commands/lift-suppression';
import { ObjectToContact } from './contact/commands/object-to-contact';
import { RestrictProcessing } from './contact/commands/restrict-processing';
import { SuppressAddress } from './contact/commands/suppress-address';
import { Unsubscribe } from './contact/commands/unsubscribe';
import { WithdrawConsent } from './contact/commands/withdraw-consent';
import { WithdrawObjection } from './contact/commands/withdraw-objection';
import { ContactChoicesQueries } from './contact/contact-choices.queries';
import { ContactChoicesRepository } from './contact/contact-choices.repository';
import { ContactLedgerRepository } from './contact/contact-ledger.repository';
import { MayContact } from './contact/may-contact';
import { PlannedContactHolders } from './contact/planned-contact-holders';
import { RestrictionFlag } from './contact/restriction-flag';
import { UnsubscribeTokens } from './contact/unsubscribe-tokens';
import { CustomerCandidateQueries } from './customer-candidates.queries';
import { CustomerDetailsQueries } from './customer-details.queries';
import { CustomerHistoryQueries } from './customer-history.queries';
import { CustomerSearchQueries } from './customer-search.queries';
import { CustomerTierQueries } from './customer-tier.queries';
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

const FRONT = [CustomerQueries, CustomerDetailsQueries, CustomerSearchQueries, CustomerCandidateQueries, CustomerHistoryQueries, CustomerTierQueries, ReceiptQueries, CreateCustomer, UpdateCustomer, AddContactPoint, RemoveContactPoint, ImportCustomers];
const CONTACT = [AddressHashes, ContactChoicesQueries, MayContact, UnsubscribeTokens, GiveConsent, KeepObjections, LiftRestriction, LiftSuppression, ObjectToContact, RestrictProcessing, SuppressAddress, Unsubscribe, WithdrawConsent, WithdrawObjection];

/** Customers. Needs an AccessRecorder from whoever composes the process. */
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature(CUSTOMER_ENTITIES)],
  providers: [CustomerRepository, ImportRepository, ContactChoicesRepository, ContactLedgerRepository, ChoosingPerson, PlannedContactHolders, RestrictionFlag, ...FRONT, ...CONTACT],
  exports: [...FRONT, ...CONTACT],
})
export class CustomersModule {}
