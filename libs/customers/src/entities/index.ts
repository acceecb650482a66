import { ConsentEventEntity } from './consent-event.entity';
import { ContactPointEntity } from './contact-point.entity';
import { ContactSuppressionEntity } from './contact-suppression.entity';
import { CustomerChangeEntity } from './customer-change.entity';
import { CustomerContactPointEntity } from './customer-contact-point.entity';
import { CustomerEntity } from './customer.entity';
import { LoyaltyMembershipEntity } from './loyalty-membership.entity';
import { ObjectionEntity } from './objection.entity';
import { PetEntity } from './pet.entity';
import { ReceiptEntity } from './receipt.entity';
import { RestrictionEntity } from './restriction.entity';

export const CUSTOMER_ENTITIES = [CustomerEntity, ContactPointEntity, CustomerContactPointEntity, CustomerChangeEntity, LoyaltyMembershipEntity, PetEntity, ReceiptEntity, ConsentEventEntity, ObjectionEntity, RestrictionEntity, ContactSuppressionEntity];
export { ConsentEventEntity, ContactPointEntity, ContactSuppressionEntity, CustomerChangeEntity, CustomerContactPointEntity, CustomerEntity, LoyaltyMembershipEntity, ObjectionEntity, PetEntity, ReceiptEntity, RestrictionEntity };
