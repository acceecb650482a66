import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `state IN ('running', 'paused', 'suspended', 'error')`;

/** Running promises, what happened to them, and the instants at which somebody is to be told. */
export class CreateDeadlines2026112309100 implements MigrationInterface {
  name = 'CreateDeadlines2026112309100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One row per cycle of a clock. Everything but the cycle's key follows from deadline_event and can be rebuilt. What it is about
      -- lies in a higher library and is written in the same transaction, so there is no foreign key to it; versions are never deleted.
      CREATE TABLE deadline (
        id uuid NOT NULL,
        subject_id uuid NOT NULL,
        subject_kind text NOT NULL DEFAULT 'ticket',
        metric text NOT NULL,
        cycle_no integer NOT NULL,
        policy_version_id uuid,
        calendar_version_id uuid,
        target jsonb NOT NULL,
        plan jsonb NOT NULL DEFAULT '[]',
        state text NOT NULL,
        started_at timestamptz NOT NULL,
        stopped_at timestamptz,
        due_at timestamptz,
        warn_at timestamptz,
        legal_due_at timestamptz,
        used_ms bigint NOT NULL DEFAULT 0,
        target_ms bigint,
        paused_since timestamptz,
        pause_reason text,
        breached_at timestamptz,
        breached_by_retarget boolean NOT NULL DEFAULT false,
        corrected boolean NOT NULL DEFAULT false,
        fixed boolean NOT NULL DEFAULT false,
        outcome text,
        outcome_reason text,
        error_code text,
        generation integer NOT NULL DEFAULT 1,
        start_entry_id uuid,
        stop_entry_id uuid,
        stopped_by uuid,
        -- Who had the matter when it became late, or when it ended in time.
        holder_at_due uuid,
        holder_team_at_due uuid,
        kind text NOT NULL,
        channel text NOT NULL,
        priority text NOT NULL,
        team_id uuid NOT NULL,
        language text NOT NULL,
        -- Local dates of the site, by which reports count.
        start_day date NOT NULL,
        due_day date,
        stop_day date,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT deadline_pk PRIMARY KEY (id),
        CONSTRAINT deadline_cycle_uq UNIQUE (subject_id, metric, cycle_no),
        CONSTRAINT deadline_subject_kind_ck CHECK (subject_kind IN ('ticket')),
        CONSTRAINT deadline_metric_ck CHECK (metric IN
          ('acknowledge', 'first_reply', 'next_reply', 'progress_update', 'decision', 'remedy', 'resolution', 'callback', 'statutory')),
        CONSTRAINT deadline_state_ck CHECK (state IN ('running', 'paused', 'suspended', 'met', 'late', 'cancelled', 'waived', 'error')),
        CONSTRAINT deadline_error_ck CHECK ((state = 'error') = (error_code IS NOT NULL))
      );
      CREATE UNIQUE INDEX deadline_one_open_uq ON deadline (subject_id, metric) WHERE ${OPEN};
      CREATE INDEX deadline_due_day_ix ON deadline (metric, due_day);
      CREATE INDEX deadline_start_day_ix ON deadline (metric, start_day);
      CREATE INDEX deadline_stop_day_ix ON deadline (metric, stop_day);

      -- The truth about a clock; only ever added to.
      CREATE TABLE deadline_event (
        deadline_id uuid NOT NULL,
        seq integer NOT NULL,
        type text NOT NULL,
        at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        actor_id uuid,
        entry_id uuid,
        payload jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT deadline_event_pk PRIMARY KEY (deadline_id, seq),
        CONSTRAINT deadline_event_deadline_fk FOREIGN KEY (deadline_id) REFERENCES deadline (id),
        CONSTRAINT deadline_event_type_ck CHECK (type IN
          ('start', 'pause', 'resume', 'suspend', 'unsuspend', 'retarget', 'recalendar', 'stop', 'cancel', 'waive', 'fix', 'correct'))
      );

      -- scheduled → claimed → fired | obsolete; a change of the clock cancels what is still scheduled.
      CREATE TABLE deadline_reminder (
        id uuid NOT NULL,
        deadline_id uuid NOT NULL,
        generation integer NOT NULL,
        step text NOT NULL,
        fire_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'scheduled',
        fence integer NOT NULL DEFAULT 0,
        lease_until timestamptz,
        fired_at timestamptz,
        late boolean NOT NULL DEFAULT false,
        CONSTRAINT deadline_reminder_pk PRIMARY KEY (id),
        CONSTRAINT deadline_reminder_step_uq UNIQUE (deadline_id, generation, step),
        CONSTRAINT deadline_reminder_deadline_fk FOREIGN KEY (deadline_id) REFERENCES deadline (id),
        CONSTRAINT deadline_reminder_state_ck CHECK (state IN ('scheduled', 'claimed', 'fired', 'obsolete', 'cancelled', 'skipped')),
        CONSTRAINT deadline_reminder_fired_ck CHECK ((state = 'fired') = (fired_at IS NOT NULL))
      );
      CREATE INDEX deadline_reminder_due_ix ON deadline_reminder (fire_at) WHERE state = 'scheduled';
      CREATE INDEX deadline_reminder_lease_ix ON deadline_reminder (lease_until) WHERE state = 'claimed';

      -- The nearest running clock of a ticket, for its chip in a list.
      ALTER TABLE ticket ADD COLUMN next_deadline_id uuid;

      GRANT SELECT, INSERT, UPDATE ON deadline, deadline_reminder TO kaiku_app;
      GRANT SELECT, INSERT ON deadline_event TO kaiku_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE ticket DROP COLUMN next_deadline_id; DROP TABLE deadline_reminder; DROP TABLE deadline_event; DROP TABLE deadline;`);
  }
}
