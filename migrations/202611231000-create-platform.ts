import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs of events that have no row of their own to be found by: remembered until they are done, so that a lost queue loses none. */
export class CreatePlatform2026112310000 implements MigrationInterface {
  name = 'CreatePlatform2026112310000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE kept_job (
        event_id bigint NOT NULL,
        job text NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        -- As long as it lasts, the queue is trusted to have the job.
        lease_until timestamptz NOT NULL,
        CONSTRAINT kept_job_pk PRIMARY KEY (event_id, job),
        CONSTRAINT kept_job_event_fk FOREIGN KEY (event_id) REFERENCES outbox_event (id) ON DELETE CASCADE
      );
      CREATE INDEX kept_job_lease_ix ON kept_job (lease_until);
      GRANT SELECT, INSERT, UPDATE, DELETE ON kept_job TO kaiku_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE kept_job;`);
  }
}
