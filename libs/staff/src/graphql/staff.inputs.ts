import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Locale } from '@kaiku/kernel';
import { LocaleEnum } from '@kaiku/platform';

@InputType('SignInInput')
export class SignInArguments {
  @Field(() => String)
  email: string;
  @Field(() => String)
  password: string;
}

@InputType('CreateFirstAdminInput')
export class CreateFirstAdminArguments {
  @Field(() => String)
  token: string;
  @Field(() => String)
  name: string;
  @Field(() => String)
  email: string;
  @Field(() => String)
  password: string;
  @Field(() => LocaleEnum)
  locale: Locale;
}

@InputType('ChangeMyPasswordInput')
export class ChangeMyPasswordArguments {
  @Field(() => String)
  current: string;
  @Field(() => String)
  next: string;
}

@InputType('UpdateMySettingsInput')
export class UpdateMySettingsArguments {
  @Field(() => LocaleEnum, { nullable: true })
  locale?: Locale | null;
  @Field(() => Int, { nullable: true })
  undoSeconds?: number | null;
}

@InputType('CreateStaffMemberInput')
export class CreateStaffMemberArguments {
  @Field(() => String)
  name: string;
  @Field(() => String)
  email: string;
  @Field(() => String)
  password: string;
  @Field(() => LocaleEnum)
  locale: Locale;
  @Field(() => [String])
  roles: string[];
  @Field(() => [ID])
  teamIds: string[];
  @Field(() => [ID], { nullable: true, description: 'Teams the person leads; a lead is a member.' })
  leadTeamIds?: string[] | null;
}

@InputType('UpdateStaffMemberInput', { description: 'What is left out stays as it is.' })
export class UpdateStaffMemberArguments {
  @Field(() => ID)
  staffId: string;
  @Field(() => Int)
  expectedVersion: number;
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => [String], { nullable: true })
  roles?: string[] | null;
  @Field(() => [ID], { nullable: true })
  teamIds?: string[] | null;
  @Field(() => [ID], { nullable: true })
  leadTeamIds?: string[] | null;
}

@InputType('CreateTeamInput')
export class CreateTeamArguments {
  @Field(() => String)
  name: string;
}
