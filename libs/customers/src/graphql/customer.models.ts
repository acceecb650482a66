import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, LocaleEnum } from '@kaiku/platform';
import type { Locale } from '@kaiku/kernel';
import { ContactPointKind } from '../contact-point.rules';
import { CustomerFlag, displayName } from '../customer.rules';
import type { CustomerView } from '../customer.views';

registerEnumType(ContactPointKind, { name: 'ContactPointKind' });
registerEnumType(CustomerFlag, { name: 'CustomerFlag' });

@ObjectType('ContactPoint', { description: 'An address or number. Hidden values are null; the customer\'s maskedFields says so.' })
export class ContactPointModel {
  @Field(() => ID)
  id: string;
  @Field(() => ContactPointKind)
  kind: ContactPointKind;
  @Field(() => String, { nullable: true, description: 'Lower-case address, or number in E.164.' })
  value: string | null;
  @Field(() => String, { nullable: true, description: 'As it was given.' })
  original: string | null;
  @Field(() => String, { nullable: true })
  label: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  verifiedAt: string | null;
}

@ObjectType('Loyalty', { description: 'Membership as the loyalty programme told it. Dates are YYYY-MM-DD.' })
export class LoyaltyModel {
  @Field(() => String, { nullable: true })
  number: string | null;
  @Field(() => String, { nullable: true })
  tier: string | null;
  @Field(() => String, { nullable: true })
  startedOn: string | null;
  @Field(() => String, { nullable: true })
  endedOn: string | null;
  @Field(() => Int, { nullable: true })
  points: number | null;
  @Field(() => DateTimeScalar)
  importedAt: string;
  @Field(() => String)
  source: string;
}

@ObjectType('Pet')
export class PetModel {
  @Field(() => ID)
  id: string;
  @Field(() => String, { nullable: true })
  name: string | null;
  @Field(() => String)
  species: string;
  @Field(() => Int, { nullable: true })
  birthYear: number | null;
  @Field(() => [String])
  allergies: readonly string[];
  @Field(() => DateTimeScalar)
  importedAt: string;
  @Field(() => String)
  source: string;
}

@ObjectType('ReceiptLine')
export class ReceiptLineModel {
  @Field(() => String)
  product: string;
  @Field(() => Int)
  quantity: number;
  @Field(() => Int, { nullable: true, description: 'Cents for one piece.' })
  priceCents: number | null;
  @Field(() => String, { nullable: true })
  batch: string | null;
}

@ObjectType('Receipt')
export class ReceiptModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  receiptNumber: string;
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  boughtOn: string;
  @Field(() => String)
  shop: string;
  @Field(() => Int, { nullable: true })
  totalCents: number | null;
  @Field(() => [ReceiptLineModel])
  lines: readonly ReceiptLineModel[];
  @Field(() => DateTimeScalar)
  importedAt: string;
  @Field(() => String)
  source: string;
}

@ObjectType('FieldChange', { description: 'One change of one field; old and new are null when there was no value or it is hidden.' })
export class FieldChangeModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  field: string;
  @Field(() => String, { nullable: true })
  old: string | null;
  @Field(() => String, { nullable: true })
  new: string | null;
  @Field(() => DateTimeScalar)
  at: string;
  @Field(() => String, { description: 'Name of the staff member then, or the door it came through.' })
  by: string;
  @Field(() => String)
  source: string;
  @Field(() => String, { nullable: true })
  reason: string | null;
}

@ObjectType('FieldChangeConnection')
export class FieldChangeConnectionModel {
  @Field(() => [FieldChangeModel])
  nodes: readonly FieldChangeModel[];
  @Field(() => String, { nullable: true })
  endCursor: string | null;
  @Field(() => Boolean)
  hasNextPage: boolean;
}

@ObjectType('Customer', { description: 'A person the shop serves. What the reader may not see is null and named in maskedFields.' })
export class CustomerModel {
  @Field(() => ID)
  id: string;
  @Field(() => Int)
  version: number;
  @Field(() => String, { nullable: true })
  name: string | null;
  @Field(() => String, { nullable: true })
  firstName: string | null;
  @Field(() => String, { nullable: true })
  lastName: string | null;
  @Field(() => LocaleEnum, { nullable: true })
  language: Locale | null;
  @Field(() => String, { nullable: true })
  customerNumber: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  since: string | null;
  @Field(() => String, { nullable: true })
  postalAddress: string | null;
  @Field(() => [CustomerFlag])
  flags: readonly CustomerFlag[];
  @Field(() => [String])
  maskedFields: readonly string[];

  static of(view: CustomerView): CustomerModel {
    return Object.assign(new CustomerModel(), view, { name: displayName(view) });
  }
}

@ObjectType('CustomerConnection')
export class CustomerConnectionModel {
  @Field(() => [CustomerModel])
  nodes: readonly CustomerModel[];
  @Field(() => String, { nullable: true })
  endCursor: string | null;
  @Field(() => Boolean)
  hasNextPage: boolean;
}
