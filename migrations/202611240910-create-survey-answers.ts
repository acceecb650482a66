import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came back: answers with their revisions, drafts, follow-ups, counts by week, and anonymous answers apart from everybody. */
export class CreateSurveyAnswers2026112409100 implements MigrationInterface {
  name = 'CreateSurveyAnswers2026112409100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE survey_answer (
        id uuid NOT NULL,
        invitation_id uuid NOT NULL,
        revision integer NOT NULL,
        answers jsonb NOT NULL,
        rating integer,
        comment text,
        contact_wanted boolean NOT NULL DEFAULT false,
        -- Seconds, counts and yes or no; never an address or a user agent.
        signals jsonb NOT NULL DEFAULT '{}',
        status text NOT NULL,
        submitted_at timestamptz NOT NULL,
        reviewed_at timestamptz,
        reviewed_by uuid,
        review_reason text,
        ticket_id uuid,
        CONSTRAINT survey_answer_pk PRIMARY KEY (id),
        CONSTRAINT survey_answer_revision_uq UNIQUE (invitation_id, revision),
        CONSTRAINT survey_answer_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation (id),
        CONSTRAINT survey_answer_staff_fk FOREIGN KEY (reviewed_by) REFERENCES staff_member (id),
        CONSTRAINT survey_answer_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT survey_answer_status_ck CHECK (status IN ('accepted', 'quarantined', 'rejected', 'superseded')),
        CONSTRAINT survey_answer_rating_ck CHECK (rating BETWEEN 0 AND 10),
        CONSTRAINT survey_answer_comment_ck CHECK (char_length(comment) <= 1000)
      );
      CREATE INDEX survey_answer_status_ix ON survey_answer (submitted_at, id) WHERE status = 'quarantined';
      CREATE INDEX survey_answer_ticket_ix ON survey_answer (ticket_id) WHERE ticket_id IS NOT NULL;

      -- What was chosen on earlier pages of a survey; no answer yet, in no score.
      CREATE TABLE survey_draft (
        invitation_id uuid NOT NULL,
        answers jsonb NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT survey_draft_pk PRIMARY KEY (invitation_id),
        CONSTRAINT survey_draft_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation (id)
      );
      CREATE INDEX survey_draft_updated_ix ON survey_draft (updated_at);

      CREATE TABLE survey_followup (
        id uuid NOT NULL,
        invitation_id uuid NOT NULL,
        rule text NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        -- The grace in which the person may still correct a slip.
        release_at timestamptz NOT NULL,
        fence integer NOT NULL DEFAULT 0,
        lease_until timestamptz,
        ticket_id uuid,
        outcome text,
        created_at timestamptz NOT NULL,
        settled_at timestamptz,
        CONSTRAINT survey_followup_pk PRIMARY KEY (id),
        CONSTRAINT survey_followup_rule_uq UNIQUE (invitation_id, rule),
        CONSTRAINT survey_followup_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation (id),
        CONSTRAINT survey_followup_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT survey_followup_kind_ck CHECK (kind IN ('contact', 'improvement')),
        CONSTRAINT survey_followup_state_ck CHECK (state IN ('waiting', 'open', 'dropped', 'settled')),
        CONSTRAINT survey_followup_outcome_ck CHECK (outcome IN ('fixed', 'explained', 'compensated', 'no_contact', 'unjustified'))
      );
      CREATE INDEX survey_followup_due_ix ON survey_followup (release_at, id) WHERE state = 'waiting';

      CREATE TABLE survey_score_week (
        survey_id uuid NOT NULL,
        version_id uuid NOT NULL,
        week date NOT NULL,
        dimension text NOT NULL,
        value text NOT NULL,
        question text NOT NULL,
        counts integer[] NOT NULL,
        computed_at timestamptz NOT NULL,
        CONSTRAINT survey_score_week_pk PRIMARY KEY (survey_id, version_id, week, dimension, value, question),
        CONSTRAINT survey_score_week_survey_fk FOREIGN KEY (survey_id) REFERENCES survey (id),
        CONSTRAINT survey_score_week_version_fk FOREIGN KEY (version_id) REFERENCES survey_version (id)
      );

      -- Answers nobody can tie to a person live in a schema of their own, with no key of the tables above but the survey's.
      CREATE SCHEMA survey_anonymous;
      CREATE TABLE survey_anonymous.survey_anon_participation (
        token_hash bytea NOT NULL,
        survey_id uuid NOT NULL,
        spent boolean NOT NULL DEFAULT false,
        CONSTRAINT survey_anon_participation_pk PRIMARY KEY (token_hash)
      );
      CREATE TABLE survey_anonymous.survey_anon_held (
        key uuid NOT NULL,
        survey_id uuid NOT NULL,
        week text NOT NULL,
        answers jsonb NOT NULL,
        CONSTRAINT survey_anon_held_pk PRIMARY KEY (key)
      );
      CREATE TABLE survey_anonymous.survey_anon_answer (
        key uuid NOT NULL,
        survey_id uuid NOT NULL,
        week text NOT NULL,
        answers jsonb NOT NULL,
        CONSTRAINT survey_anon_answer_pk PRIMARY KEY (key)
      );

      GRANT SELECT, INSERT, UPDATE ON survey_answer, survey_followup TO kaiku_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON survey_draft, survey_score_week TO kaiku_app;
      GRANT USAGE ON SCHEMA survey_anonymous TO kaiku_app, kaiku_reader;
      GRANT SELECT, INSERT, UPDATE ON survey_anonymous.survey_anon_participation TO kaiku_app;
      GRANT SELECT, INSERT, DELETE ON survey_anonymous.survey_anon_held TO kaiku_app;
      GRANT SELECT, INSERT ON survey_anonymous.survey_anon_answer TO kaiku_app;
      GRANT SELECT ON survey_answer, survey_draft TO kaiku_reader;
      GRANT SELECT ON survey_anonymous.survey_anon_participation TO kaiku_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP SCHEMA survey_anonymous CASCADE;
      DROP TABLE survey_score_week; DROP TABLE survey_followup; DROP TABLE survey_draft; DROP TABLE survey_answer;
    `);
  }
}
