import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, LocaleEnum } from '@kaiku/platform';
import type { Locale } from '@kaiku/kernel';

@ObjectType('Team')
export class TeamModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  name: string;
}

@ObjectType('TeamMembership')
export class TeamMembershipModel {
  @Field(() => TeamModel)
  team: TeamModel;
  @Field(() => Boolean, { description: 'Leads the team.' })
  lead: boolean;
}

@ObjectType('StaffMember', { description: 'Somebody who works here.' })
export class StaffMemberModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  name: string;
  @Field(() => String, { nullable: true })
  email: string | null;
  @Field(() => LocaleEnum, { nullable: true })
  locale: Locale | null;
  @Field(() => Boolean, { description: 'False: the account is closed.' })
  active: boolean;
  @Field(() => Int)
  version: number;
  @Field(() => [String], { description: 'Names of the fields that are null because the viewer may not see them.' })
  maskedFields: readonly string[];
}

@ObjectType('Me', { description: 'The signed-in person.' })
export class MeModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  name: string;
  @Field(() => String)
  email: string;
  @Field(() => LocaleEnum)
  locale: Locale;
  @Field(() => [String])
  roles: readonly string[];
  @Field(() => [String])
  permissions: readonly string[];
  @Field(() => [TeamMembershipModel])
  teams: readonly TeamMembershipModel[];
  @Field(() => Int, { description: 'Seconds in which a sent reply can be taken back: 0 to 30.' })
  undoSeconds: number;
  @Field(() => String, { description: 'IANA name of the shop\'s zone: times are shown in it, wherever they are read.' })
  timeZone: string;
}

@ObjectType('Setup', { description: 'What anybody may know about this desk.' })
export class SetupModel {
  @Field(() => Boolean)
  needsFirstAdmin: boolean;
  @Field(() => Boolean)
  demo: boolean;
  @Field(() => String)
  organisation: string;
  @Field(() => DateTimeScalar, { description: 'The desk\'s time.' })
  now: Date;
  @Field(() => Boolean, { description: 'True: no way out for mail is set up; replies wait.' })
  outboundPaused: boolean;
}
