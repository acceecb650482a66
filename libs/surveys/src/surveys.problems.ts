import { Problem } from '@kaiku/kernel';

export class SurveyNotFound extends Problem {
  readonly code = 'survey.not_found';
}

/** Somebody else changed it meanwhile. */
export class SurveyConflict extends Problem {
  readonly code = 'survey.conflict';
  /** @param theirs the version it has now */
  constructor(readonly theirs: number) {
    super({ theirs });
  }
}

/** It has left, or was taken back before. */
export class InvitationNotCancellable extends Problem {
  readonly code = 'survey.invitation_not_cancellable';
}
