import { NotPersonal } from '@kaiku/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const SCHEMA = 'survey_anonymous';

/** Which tokens of an anonymous survey are spent. No time, no key that an answer has. */
@Entity('survey_anon_participation', { schema: SCHEMA })
export class SurveyAnonParticipationEntity {
  @NotPersonal('hash of a random token') @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'survey_anon_participation_pk' })
  tokenHash: Buffer;
  @NotPersonal() @Column('uuid', { name: 'survey_id' })
  surveyId: string;
  @NotPersonal() @Column('boolean', { default: false })
  spent: boolean;
}

/** Answers that wait until they can be released together. */
@Entity('survey_anon_held', { schema: SCHEMA })
export class SurveyAnonHeldEntity {
  @NotPersonal('random') @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_anon_held_pk' })
  key: string;
  @NotPersonal() @Column('uuid', { name: 'survey_id' })
  surveyId: string;
  @NotPersonal('an ISO week') @Column('text')
  week: string;
  @NotPersonal('anonymous: nothing leads from it to a person') @Column('jsonb')
  answers: unknown;
}

/** Released answers, in random order. */
@Entity('survey_anon_answer', { schema: SCHEMA })
export class SurveyAnonAnswerEntity {
  @NotPersonal('random') @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_anon_answer_pk' })
  key: string;
  @NotPersonal() @Column('uuid', { name: 'survey_id' })
  surveyId: string;
  @NotPersonal('an ISO week') @Column('text')
  week: string;
  @NotPersonal('anonymous: nothing leads from it to a person') @Column('jsonb')
  answers: unknown;
}
