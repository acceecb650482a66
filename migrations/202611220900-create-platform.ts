import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, idempotency keys, settings and throttles; no business word. Roles exist before any migration runs. */
export class CreatePlatform2026112209000 implements MigrationInterface {
  name = 'CreatePlatform2026112209000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      GRANT USAGE ON SCHEMA public TO kaiku_app, kaiku_reader;

      CREATE TABLE outbox_event (
        id bigint GENERATED ALWAYS AS IDENTITY,
        name text NOT NULL,
        payload jsonb NOT NULL,
        trace_id text NOT NULL,
        at timestamptz NOT NULL,
        position bigint,
        relayed_at timestamptz,
        CONSTRAINT outbox_event_pk PRIMARY KEY (id),
        CONSTRAINT outbox_event_position_uq UNIQUE (position)
      );
      -- Ids are handed out before commit, so they do not follow commit order; positions do (one sequencer at a time).
      CREATE SEQUENCE outbox_position_seq AS bigint;
      CREATE INDEX outbox_event_unsequenced_ix ON outbox_event (id) WHERE position IS NULL;
      CREATE INDEX outbox_event_unrelayed_ix ON outbox_event (position) WHERE relayed_at IS NULL;

      CREATE TABLE idempotency_key (
        actor text NOT NULL,
        operation text NOT NULL,
        key text NOT NULL,
        body_hash bytea NOT NULL,
        result jsonb,
        at timestamptz NOT NULL,
        CONSTRAINT idempotency_key_pk PRIMARY KEY (actor, operation, key),
        CONSTRAINT idempotency_key_length_ck CHECK (length(key) BETWEEN 1 AND 255)
      );
      CREATE INDEX idempotency_key_at_ix ON idempotency_key (at);

      CREATE TABLE setting (
        key text NOT NULL,
        value jsonb NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT setting_pk PRIMARY KEY (key)
      );

      -- The shape rate-limiter-flexible expects.
      CREATE TABLE throttle (
        key varchar(255) NOT NULL,
        points integer NOT NULL DEFAULT 0,
        expire bigint,
        CONSTRAINT throttle_pk PRIMARY KEY (key)
      );

      -- So that a process can say whether the database is as new as its code.
      GRANT SELECT ON schema_migration TO kaiku_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_event, idempotency_key, setting, throttle TO kaiku_app;
      GRANT USAGE ON SEQUENCE outbox_position_seq TO kaiku_app;
      GRANT SELECT ON setting TO kaiku_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE throttle; DROP TABLE setting; DROP TABLE idempotency_key; DROP TABLE outbox_event;
      DROP SEQUENCE outbox_position_seq;
    `);
  }
}
