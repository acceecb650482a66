import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@kaiku/platform';
import type { ContactChoicesView } from '../contact/contact-choices.views';
import { ChoiceSource, ConsentBasis, ConsentPurpose, ContactChannel, ContactRefusal, ObjectionScope, RestrictionGround, SpokenSource, SuppressionCause, SuppressionScope } from '../contact/contact-terms';

registerEnumType(ChoiceSource, { name: 'ChoiceSource', description: 'The door a choice came through.' });
registerEnumType(SpokenSource, { name: 'SpokenSource', description: 'How a person told staff.' });
registerEnumType(ConsentBasis, { name: 'ConsentBasis' });
registerEnumType(ConsentPurpose, { name: 'ConsentPurpose' });
registerEnumType(ContactChannel, { name: 'ContactChannel' });
registerEnumType(ContactRefusal, { name: 'ContactRefusal' });
registerEnumType(ObjectionScope, { name: 'ObjectionScope', description: 'One kind of survey, surveys of every kind, direct marketing (and with it surveys), or all of it.' });
registerEnumType(RestrictionGround, { name: 'RestrictionGround' });
registerEnumType(SuppressionCause, { name: 'SuppressionCause' });
registerEnumType(SuppressionScope, { name: 'SuppressionScope' });

@ObjectType('ContactOutlook', { description: 'Whether a kind of message would go to this customer by e-mail now.' })
export class ContactOutlookModel {
  @Field(() => ConsentPurpose)
  purpose: ConsentPurpose;
  @Field(() => Boolean)
  allowed: boolean;
  @Field(() => ContactRefusal, { nullable: true, description: 'The first reason against it.' })
  reason: ContactRefusal | null;
  @Field(() => DateTimeScalar, { nullable: true })
  since: string | null;
}

@ObjectType({ isAbstract: true })
class NotedModel {
  @Field(() => DateTimeScalar)
  since: string;
  @Field(() => ChoiceSource, { nullable: true })
  source: ChoiceSource | null;
  @Field(() => String, { nullable: true, description: 'What was said, or where it is written.' })
  evidence: string | null;
  @Field(() => ID, { nullable: true, description: 'Who wrote it down.' })
  staffId: string | null;
}

@ObjectType('Consent')
export class ConsentModel extends NotedModel {
  @Field(() => ConsentPurpose)
  purpose: ConsentPurpose;
  @Field(() => ContactChannel, { nullable: true, description: 'Null is every channel.' })
  channel: ContactChannel | null;
  @Field(() => ConsentBasis)
  basis: ConsentBasis;
}

@ObjectType('Objection')
export class ObjectionModel extends NotedModel {
  @Field(() => ObjectionScope)
  scope: ObjectionScope;
  @Field(() => ContactChannel, { nullable: true, description: 'Null is every channel.' })
  channel: ContactChannel | null;
  @Field(() => ID, { nullable: true, description: 'The address it came from; null when it is the person\'s own.' })
  contactPointId: string | null;
}

@ObjectType('Restriction')
export class RestrictionModel extends NotedModel {
  @Field(() => RestrictionGround)
  ground: RestrictionGround;
}

@ObjectType('Suppression', { description: 'Nothing of this scope is sent to the address.' })
export class SuppressionModel extends NotedModel {
  @Field(() => SuppressionScope)
  scope: SuppressionScope;
  @Field(() => SuppressionCause)
  cause: SuppressionCause;
  @Field(() => ID)
  contactPointId: string;
}

@ObjectType('ContactChoices', { description: 'What a customer wants to get, as it stands. What the reader may not see is null and named in maskedFields.' })
export class ContactChoicesModel {
  @Field(() => [ContactOutlookModel])
  outlook: readonly ContactOutlookModel[];
  @Field(() => [ConsentModel])
  consents: readonly ConsentModel[];
  @Field(() => [ObjectionModel])
  objections: readonly ObjectionModel[];
  @Field(() => [RestrictionModel])
  restrictions: readonly RestrictionModel[];
  @Field(() => [SuppressionModel])
  suppressions: readonly SuppressionModel[];
  @Field(() => [String])
  maskedFields: readonly string[];

  static of(view: ContactChoicesView): ContactChoicesModel {
    const outlook = view.outlook.map(({ purpose, answer }) => ({ purpose, allowed: answer.allowed, reason: answer.allowed ? null : answer.reason, since: answer.allowed ? null : answer.since }));
    return Object.assign(new ContactChoicesModel(), view, { outlook });
  }
}
