import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the desk is open and what it promises: calendars and policies as immutable versions, day proposals, reminder plans. */
export class CreateCalendarsPolicies2026112309000 implements MigrationInterface {
  name = 'CreateCalendarsPolicies2026112309000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE business_calendar (
        id uuid NOT NULL,
        name text NOT NULL,
        is_default boolean NOT NULL DEFAULT false,
        active boolean NOT NULL DEFAULT true,
        -- The number of the newest version; raised with every change, so that two people cannot change one calendar unseen.
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT business_calendar_pk PRIMARY KEY (id),
        CONSTRAINT business_calendar_name_uq UNIQUE (name),
        CONSTRAINT business_calendar_default_ck CHECK (active OR NOT is_default)
      );
      CREATE UNIQUE INDEX business_calendar_default_uq ON business_calendar (is_default) WHERE is_default;

      CREATE TABLE business_calendar_version (
        id uuid NOT NULL,
        calendar_id uuid NOT NULL,
        version integer NOT NULL,
        definition jsonb NOT NULL,
        -- Of the definition: what is equal in content is compiled once.
        sha256 bytea NOT NULL,
        effective_from timestamptz NOT NULL,
        note text,
        -- Null: it came with the desk.
        created_by uuid,
        created_at timestamptz NOT NULL,
        CONSTRAINT business_calendar_version_pk PRIMARY KEY (id),
        CONSTRAINT business_calendar_version_uq UNIQUE (calendar_id, version),
        CONSTRAINT business_calendar_version_calendar_fk FOREIGN KEY (calendar_id) REFERENCES business_calendar (id),
        CONSTRAINT business_calendar_version_created_by_fk FOREIGN KEY (created_by) REFERENCES staff_member (id),
        CONSTRAINT business_calendar_version_sha256_ck CHECK (length(sha256) = 32)
      );

      CREATE TABLE calendar_day_proposal (
        id uuid NOT NULL,
        calendar_id uuid NOT NULL,
        date date NOT NULL,
        kind text NOT NULL,
        intervals jsonb NOT NULL DEFAULT '[]',
        label text,
        source text NOT NULL,
        state text NOT NULL DEFAULT 'proposed',
        created_at timestamptz NOT NULL,
        decided_by uuid,
        decided_at timestamptz,
        CONSTRAINT calendar_day_proposal_pk PRIMARY KEY (id),
        CONSTRAINT calendar_day_proposal_day_uq UNIQUE (calendar_id, date, source),
        CONSTRAINT calendar_day_proposal_calendar_fk FOREIGN KEY (calendar_id) REFERENCES business_calendar (id),
        CONSTRAINT calendar_day_proposal_decided_by_fk FOREIGN KEY (decided_by) REFERENCES staff_member (id),
        CONSTRAINT calendar_day_proposal_kind_ck CHECK (kind IN ('closed', 'hours')),
        CONSTRAINT calendar_day_proposal_source_ck CHECK (source IN ('law', 'feed')),
        CONSTRAINT calendar_day_proposal_state_ck CHECK (state IN ('proposed', 'accepted', 'dismissed')),
        CONSTRAINT calendar_day_proposal_decided_ck CHECK ((state = 'proposed') = (decided_at IS NULL))
      );

      CREATE TABLE deadline_policy (
        id uuid NOT NULL,
        name text NOT NULL,
        -- The first that matches, by rank, is the one that holds.
        rank integer NOT NULL,
        active boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT deadline_policy_pk PRIMARY KEY (id),
        CONSTRAINT deadline_policy_name_uq UNIQUE (name)
      );

      CREATE TABLE deadline_policy_version (
        id uuid NOT NULL,
        policy_id uuid NOT NULL,
        version integer NOT NULL,
        conditions jsonb NOT NULL,
        targets jsonb NOT NULL,
        effective_from timestamptz NOT NULL,
        note text,
        created_by uuid,
        created_at timestamptz NOT NULL,
        CONSTRAINT deadline_policy_version_pk PRIMARY KEY (id),
        CONSTRAINT deadline_policy_version_uq UNIQUE (policy_id, version),
        CONSTRAINT deadline_policy_version_policy_fk FOREIGN KEY (policy_id) REFERENCES deadline_policy (id),
        CONSTRAINT deadline_policy_version_created_by_fk FOREIGN KEY (created_by) REFERENCES staff_member (id)
      );

      CREATE TABLE reminder_plan (
        id uuid NOT NULL,
        name text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        steps jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT reminder_plan_pk PRIMARY KEY (id),
        CONSTRAINT reminder_plan_name_uq UNIQUE (name)
      );

      -- What a new version does to clocks that run: work that is done in steps, and taken up again where it stopped.
      CREATE TABLE open_clock_change (
        id uuid NOT NULL,
        kind text NOT NULL,
        policy_version_id uuid,
        calendar_version_id uuid,
        -- The business time from which it holds.
        at timestamptz NOT NULL,
        requested_by uuid,
        created_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'pending',
        fence integer NOT NULL DEFAULT 0,
        lease_until timestamptz,
        changed integer NOT NULL DEFAULT 0,
        done_at timestamptz,
        CONSTRAINT open_clock_change_pk PRIMARY KEY (id),
        CONSTRAINT open_clock_change_policy_fk FOREIGN KEY (policy_version_id) REFERENCES deadline_policy_version (id),
        CONSTRAINT open_clock_change_calendar_fk FOREIGN KEY (calendar_version_id) REFERENCES business_calendar_version (id),
        CONSTRAINT open_clock_change_requested_by_fk FOREIGN KEY (requested_by) REFERENCES staff_member (id),
        CONSTRAINT open_clock_change_kind_ck CHECK (kind IN ('retarget', 'recalendar', 'correct')),
        CONSTRAINT open_clock_change_state_ck CHECK (state IN ('pending', 'claimed', 'done')),
        CONSTRAINT open_clock_change_version_ck CHECK ((kind = 'retarget') = (policy_version_id IS NOT NULL) AND (kind = 'retarget') = (calendar_version_id IS NULL)),
        CONSTRAINT open_clock_change_done_ck CHECK ((state = 'done') = (done_at IS NOT NULL))
      );
      CREATE INDEX open_clock_change_todo_ix ON open_clock_change (created_at) WHERE state <> 'done';

      GRANT SELECT, INSERT, UPDATE ON open_clock_change, business_calendar, calendar_day_proposal, deadline_policy, reminder_plan TO kaiku_app;
      -- A version is never changed: what a clock was measured by stays readable for good.
      GRANT SELECT, INSERT ON business_calendar_version, deadline_policy_version TO kaiku_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE open_clock_change; DROP TABLE reminder_plan; DROP TABLE deadline_policy_version; DROP TABLE deadline_policy;
      DROP TABLE calendar_day_proposal; DROP TABLE business_calendar_version; DROP TABLE business_calendar;
    `);
  }
}
