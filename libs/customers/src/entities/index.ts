import { ContactPointEntity } from './contact-point.entity';
import { CustomerChangeEntity } from './customer-change.entity';
import { CustomerContactPointEntity } from './customer-contact-point.entity';
import { CustomerEntity } from './customer.entity';
import { LoyaltyMembershipEntity } from './loyalty-membership.entity';
import { PetEntity } from './pet.entity';
import { ReceiptEntity } from './receipt.entity';

export const CUSTOMER_ENTITIES = [CustomerEntity, ContactPointEntity, CustomerContactPointEntity, CustomerChangeEntity, LoyaltyMembershipEntity, PetEntity, ReceiptEntity];
export { ContactPointEntity, CustomerChangeEntity, CustomerContactPointEntity, CustomerEntity, LoyaltyMembershipEntity, PetEntity, ReceiptEntity };
