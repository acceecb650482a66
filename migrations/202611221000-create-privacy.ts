import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read log: who saw whom, when, why. Append-only for the application. */
export class CreatePrivacy2026112210000 implements MigrationInterface {
  name = 'CreatePrivacy2026112210000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE access_log (
        id bigint GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL,
        actor_id uuid,
        purpose text NOT NULL,
        mode text NOT NULL,
        object_kind text NOT NULL,
        object_ids uuid[] NOT NULL,
        -- Pseudonyms (customer.log_key), never customer ids: erasing a person leaves the log whole.
        subject_keys uuid[] NOT NULL,
        reason text,
        trace_id text NOT NULL,
        CONSTRAINT access_log_pk PRIMARY KEY (id),
        CONSTRAINT access_log_mode_ck CHECK (mode IN ('incidental', 'deliberate', 'prefetch'))
      );
      CREATE INDEX access_log_actor_ix ON access_log (actor_id, at);
      GRANT SELECT, INSERT ON access_log TO kaiku_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE access_log;`);
  }
}
