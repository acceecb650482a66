import { Problem } from '@kaiku/kernel';

/** There is no such answer, or not for this person. */
export class SurveyAnswerNotFound extends Problem {
  readonly code = 'survey.answer_not_found';
}

/** It does not wait for a look any more: a colleague decided, or the person has answered anew. */
export class SurveyAnswerNotHeld extends Problem {
  readonly code = 'survey.answer_not_held';
}
