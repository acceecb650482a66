import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows from an answer waits for its grace as a row with a time; and what the public page of a survey may read. */
export class SettleSurveyAnswers2026112409300 implements MigrationInterface {
  name = 'SettleSurveyAnswers2026112409300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE survey_settling (
        invitation_id uuid NOT NULL,
        -- The end of the grace after the newest revision.
        release_at timestamptz NOT NULL,
        fence integer NOT NULL DEFAULT 0,
        lease_until timestamptz,
        -- Null while something of the answer is still to be carried on.
        settled_at timestamptz,
        CONSTRAINT survey_settling_pk PRIMARY KEY (invitation_id),
        CONSTRAINT survey_settling_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation (id)
      );
      CREATE INDEX survey_settling_due_ix ON survey_settling (release_at, invitation_id) WHERE settled_at IS NULL;
      CREATE INDEX survey_answer_submitted_ix ON survey_answer (submitted_at);
      GRANT SELECT, INSERT, UPDATE ON survey_settling TO kaiku_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX survey_answer_submitted_ix; DROP TABLE survey_settling;`);
  }
}
