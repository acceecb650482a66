import { Injectable } from '@nestjs/common';
import type { Locale, Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { Answers, StoredVersion } from './asked';
import type { LinkTimes } from './link.rules';

export interface RevisionView {
  readonly revision: number;
  readonly status: 'accepted' | 'quarantined' | 'rejected' | 'superseded';
  readonly rating: number | null;
  readonly answers: Answers;
  readonly contactWanted: boolean;
  readonly submittedAt: string;
}

/** What stands behind a survey's link. */
export interface LinkView extends LinkTimes, StoredVersion {
  readonly invitationId: string;
  readonly surveyId: string;
  readonly language: Locale;
  readonly identified: boolean;
  readonly dispatchedAt: string | null;
  readonly topic: string | null;
  readonly solvedAt: string | null;
  readonly latest: RevisionView | null;
}

const BY_TOKEN = namedQuery('surveys.link', `
  SELECT i.id AS "invitationId", i.survey_id AS "surveyId", i.language, i.state, i.expires_at AS "expiresAt", i.answered_at AS "answeredAt", i.dispatched_at AS "dispatchedAt",
    s.edit_window_hours AS "editHours", s.mode = 'identified' AS identified, v.questions, v.logic, v.texts, t.kind AS topic, t.solved_at AS "solvedAt",
    (SELECT json_build_object('revision', a.revision, 'status', a.status, 'rating', a.rating, 'answers', a.answers, 'contactWanted', a.contact_wanted, 'submittedAt', a.submitted_at)
     FROM survey_answer a WHERE a.invitation_id = i.id ORDER BY a.revision DESC LIMIT 1) AS latest
  FROM survey_invitation i JOIN survey s ON s.id = i.survey_id JOIN survey_version v ON v.id = i.version_id LEFT JOIN ticket t ON t.id = i.ticket_id
  WHERE i.token_hash = $1`);

@Injectable()
export class LinkQueries {
  constructor(private readonly database: Database) {}

  /** For whoever has the token. Null: unknown. */
  async byToken(_viewer: Viewer, tokenHash: Buffer): Promise<LinkView | null> {
    return this.database.one<LinkView & Record<string, unknown>>(BY_TOKEN, [tokenHash]);
  }
}
