import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocaleEnum } from '@kaiku/platform';
import { ContactPointKind } from '../contact-point.rules';

@InputType('CreateCustomerInput')
export class CreateCustomerArgs {
  @Field(() => String)
  idempotencyKey: string;
  @Field(() => String, { nullable: true })
  firstName?: string | null;
  @Field(() => String)
  lastName: string;
  @Field(() => LocaleEnum)
  language: string;
  @Field(() => String, { nullable: true })
  email?: string | null;
  @Field(() => String, { nullable: true })
  phone?: string | null;
  @Field(() => String, { nullable: true })
  customerNumber?: string | null;
  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType('UpdateCustomerInput', { description: 'A field left out stays as it is; null clears it.' })
export class UpdateCustomerArgs {
  @Field(() => ID)
  customerId: string;
  @Field(() => Int)
  expectedVersion: number;
  @Field(() => String, { nullable: true })
  firstName?: string | null;
  @Field(() => String, { nullable: true })
  lastName?: string | null;
  @Field(() => LocaleEnum, { nullable: true })
  language?: string | null;
  @Field(() => String, { nullable: true })
  postalAddress?: string | null;
  @Field(() => String)
  reason: string;
}

@InputType('AddContactPointInput')
export class AddContactPointArgs {
  @Field(() => ID)
  customerId: string;
  @Field(() => ContactPointKind)
  kind: ContactPointKind;
  @Field(() => String)
  value: string;
  @Field(() => String)
  reason: string;
}
