import { SurveyAnonAnswerEntity, SurveyAnonHeldEntity, SurveyAnonParticipationEntity } from './survey-anonymous.entity';
import { SurveyAnswerEntity } from './survey-answer.entity';
import { SurveyBounceEntity } from './survey-bounce.entity';
import { SurveyContactSlotEntity } from './survey-contact-slot.entity';
import { SurveyDecisionEntity } from './survey-decision.entity';
import { SurveyDraftEntity } from './survey-draft.entity';
import { SurveyFollowupEntity } from './survey-followup.entity';
import { SurveyInvitationEntity } from './survey-invitation.entity';
import { SurveyProviderEntity } from './survey-provider.entity';
import { SurveyScoreWeekEntity } from './survey-score-week.entity';
import { SurveyVersionEntity } from './survey-version.entity';
import { SurveyEntity } from './survey.entity';

export const SURVEY_ENTITIES = [
  SurveyEntity, SurveyVersionEntity, SurveyInvitationEntity, SurveyDecisionEntity, SurveyContactSlotEntity, SurveyAnswerEntity, SurveyDraftEntity, SurveyFollowupEntity, SurveyBounceEntity,
  SurveyProviderEntity, SurveyScoreWeekEntity, SurveyAnonParticipationEntity, SurveyAnonHeldEntity, SurveyAnonAnswerEntity,
];
