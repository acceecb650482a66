import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, JSONScalar } from '@kaiku/platform';
import type { SurveyVersionView, SurveyView } from '../survey.queries';
import { LegalMode, SurveyMode, SurveyPurpose, SurveyState, SurveyTrigger } from '../survey.words';

registerEnumType(SurveyState, { name: 'SurveyState' });
registerEnumType(SurveyPurpose, { name: 'SurveyPurpose' });
registerEnumType(SurveyTrigger, { name: 'SurveyTrigger' });
registerEnumType(SurveyMode, { name: 'SurveyMode' });
registerEnumType(LegalMode, { name: 'SurveyLegalMode', description: 'SERVICE: a question about the person’s own matter, objectionable. STRICT: counts as marketing and needs consent.' });

@ObjectType('SurveyVersion', { description: 'What is asked, how it branches and in which words. It never changes: an edit is a new version.' })
export class SurveyVersionModel {
  @Field(() => ID)
  id: string;
  @Field(() => Int)
  number: number;
  @Field(() => JSONScalar, { description: 'In order: id, kind, required, options, newPage.' })
  questions: unknown;
  @Field(() => JSONScalar, { description: 'Rules: question, in, goTo.' })
  logic: unknown;
  @Field(() => JSONScalar, { description: 'By language, then by key.' })
  texts: unknown;
  @Field(() => DateTimeScalar)
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  activatedAt: Date | null;

  static of(view: SurveyVersionView): SurveyVersionModel {
    const { id, number, questions, logic, texts } = view;
    return { id, number, questions, logic, texts, createdAt: new Date(view.createdAt), activatedAt: view.activatedAt ? new Date(view.activatedAt) : null };
  }
}

@ObjectType('Survey')
export class SurveyModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  name: string;
  @Field(() => SurveyState)
  state: SurveyState;
  @Field(() => SurveyPurpose)
  purpose: SurveyPurpose;
  @Field(() => SurveyTrigger)
  trigger: SurveyTrigger;
  @Field(() => SurveyMode)
  mode: SurveyMode;
  @Field(() => LegalMode)
  legalMode: LegalMode;
  @Field(() => ID, { nullable: true })
  activeVersionId: string | null;
  @Field(() => Int, { description: 'Minutes from the solution to the asking.' })
  delayMinutes: number;
  @Field(() => Int, { description: 'Ten-thousandths of those who may be asked.' })
  sampleBp: number;
  @Field(() => Int, { description: 'Days in which a person is asked nothing else.' })
  minIntervalDays: number;
  @Field(() => Int, { description: 'Days for which a link is good.' })
  expiryDays: number;
  @Field(() => [String], { description: 'Languages whose texts must be whole.' })
  languages: string[];
  @Field(() => Int)
  version: number;

  static of(view: SurveyView): SurveyModel {
    const { id, name, state, purpose, trigger, mode, legalMode, activeVersionId, delayMinutes, sampleBp, minIntervalDays, expiryDays, version } = view;
    return { id, name, state, purpose, trigger, mode, legalMode, activeVersionId, delayMinutes, sampleBp, minIntervalDays, expiryDays, version, languages: [...view.languages] };
  }
}

@ObjectType('CancelledInvitation')
export class CancelledInvitationModel {
  @Field(() => ID)
  invitationId: string;
}

@InputType('CreateSurveyVersionInput')
export class CreateSurveyVersionArgs {
  @Field(() => ID)
  surveyId: string;
  @Field(() => Int)
  expectedVersion: number;
  @Field(() => JSONScalar)
  questions: unknown;
  @Field(() => JSONScalar)
  logic: unknown;
  @Field(() => JSONScalar)
  texts: unknown;
}

@InputType('ActivateSurveyInput')
export class ActivateSurveyArgs {
  @Field(() => ID)
  surveyId: string;
  @Field(() => ID)
  versionId: string;
  @Field(() => Int)
  expectedVersion: number;
}

@InputType('StopSurveyInput')
export class StopSurveyArgs {
  @Field(() => ID)
  surveyId: string;
  @Field(() => Int)
  expectedVersion: number;
}
