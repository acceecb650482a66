import { Field, ID, InputType } from '@nestjs/graphql';
import { DateTimeScalar } from '@kaiku/platform';
import { ConsentPurpose, ContactChannel, ObjectionScope, RestrictionGround, SpokenSource, SuppressionScope } from '../contact/contact-terms';

@InputType({ isAbstract: true })
class SaidArgs {
  @Field(() => ID)
  customerId: string;
  @Field(() => SpokenSource)
  source: SpokenSource;
  @Field(() => String, { description: 'What the person said, or where it is written.' })
  evidence: string;
}

@InputType('ConsentInput')
export class ConsentArgs extends SaidArgs {
  @Field(() => ConsentPurpose)
  purpose: ConsentPurpose;
  @Field(() => ContactChannel, { nullable: true, description: 'Left out: every channel.' })
  channel?: ContactChannel | null;
}

@InputType('ObjectToContactInput')
export class ObjectToContactArgs extends SaidArgs {
  @Field(() => ObjectionScope)
  scope: ObjectionScope;
  @Field(() => ContactChannel, { nullable: true, description: 'Left out: every channel.' })
  channel?: ContactChannel | null;
}

@InputType('WithdrawObjectionInput', { description: 'Names the objection as it is read.' })
export class WithdrawObjectionArgs extends ObjectToContactArgs {
  @Field(() => ID, { nullable: true })
  contactPointId?: string | null;
}

@InputType('RestrictProcessingInput')
export class RestrictProcessingArgs extends SaidArgs {
  @Field(() => RestrictionGround)
  ground: RestrictionGround;
}

@InputType('LiftRestrictionInput')
export class LiftRestrictionArgs extends RestrictProcessingArgs {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the person was told that it ends, which comes first.' })
  toldAt?: string | null;
}

@InputType('LiftSuppressionInput')
export class LiftSuppressionArgs {
  @Field(() => ID)
  customerId: string;
  @Field(() => ID)
  contactPointId: string;
  @Field(() => String)
  reason: string;
}

@InputType('SuppressAddressInput')
export class SuppressAddressArgs extends LiftSuppressionArgs {
  @Field(() => SuppressionScope)
  scope: SuppressionScope;
}
