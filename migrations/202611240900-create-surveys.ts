import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Surveys, and what was asked of whom. What must never happen is held here: an active version does not change,
 * one person and one address are asked once in an interval, one case is asked once for one resolution.
 */
export class CreateSurveys2026112409000 implements MigrationInterface {
  name = 'CreateSurveys2026112409000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE survey (
        id uuid NOT NULL,
        key text NOT NULL,
        name text NOT NULL,
        purpose text NOT NULL,
        trigger text NOT NULL,
        mode text NOT NULL DEFAULT 'identified',
        legal_mode text NOT NULL,
        -- Why the gate is another than the one the purpose begins with.
        legal_reason text,
        state text NOT NULL DEFAULT 'draft',
        active_version_id uuid,
        starts_at timestamptz,
        ends_at timestamptz,
        quota integer,
        -- Hours by weekday as wall-clock minutes, and the zone they are in; never an offset.
        send_window jsonb NOT NULL,
        delay_minutes integer NOT NULL DEFAULT 1440,
        sample_bp integer NOT NULL DEFAULT 10000,
        daily_cap integer,
        min_interval_days integer NOT NULL DEFAULT 30,
        -- Written when the survey may ask somebody who was asked a short time ago.
        exempt_reason text,
        reminder_after_days integer,
        expiry_days integer NOT NULL DEFAULT 28,
        edit_window_hours integer NOT NULL DEFAULT 72,
        followup_rules jsonb NOT NULL DEFAULT '[]',
        include_inactive_closed boolean NOT NULL DEFAULT false,
        skip_open_complaint boolean NOT NULL DEFAULT true,
        languages text[] NOT NULL DEFAULT '{fi,sv,en}',
        segment jsonb,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT survey_pk PRIMARY KEY (id),
        CONSTRAINT survey_key_uq UNIQUE (key),
        CONSTRAINT survey_purpose_ck CHECK (purpose IN ('service_quality', 'market_research', 'opinion_research')),
        CONSTRAINT survey_trigger_ck CHECK (trigger IN ('ticket_solved', 'campaign')),
        CONSTRAINT survey_mode_ck CHECK (mode IN ('identified', 'anonymous')),
        CONSTRAINT survey_anonymous_ck CHECK (mode = 'identified' OR trigger = 'campaign'),
        CONSTRAINT survey_legal_mode_ck CHECK (legal_mode IN ('service', 'strict')),
        CONSTRAINT survey_state_ck CHECK (state IN ('draft', 'active', 'stopped')),
        CONSTRAINT survey_active_ck CHECK (state <> 'active' OR active_version_id IS NOT NULL),
        CONSTRAINT survey_dates_ck CHECK (ends_at > starts_at),
        CONSTRAINT survey_delay_ck CHECK (delay_minutes BETWEEN 0 AND 20160),
        CONSTRAINT survey_sample_ck CHECK (sample_bp BETWEEN 0 AND 10000),
        CONSTRAINT survey_interval_ck CHECK (min_interval_days BETWEEN 1 AND 730),
        CONSTRAINT survey_expiry_ck CHECK (expiry_days BETWEEN 7 AND 60),
        CONSTRAINT survey_edit_window_ck CHECK (edit_window_hours BETWEEN 0 AND 336),
        CONSTRAINT survey_reminder_ck CHECK (reminder_after_days BETWEEN 1 AND 20)
      );

      CREATE TABLE survey_version (
        id uuid NOT NULL,
        survey_id uuid NOT NULL,
        number integer NOT NULL,
        questions jsonb NOT NULL,
        logic jsonb NOT NULL DEFAULT '[]',
        -- By language, then by key: subject, greeting, each question, each label, thanks.
        texts jsonb NOT NULL,
        checksum bytea NOT NULL,
        created_by uuid,
        created_at timestamptz NOT NULL,
        activated_at timestamptz,
        CONSTRAINT survey_version_pk PRIMARY KEY (id),
        CONSTRAINT survey_version_number_uq UNIQUE (survey_id, number),
        CONSTRAINT survey_version_survey_fk FOREIGN KEY (survey_id) REFERENCES survey (id),
        CONSTRAINT survey_version_staff_fk FOREIGN KEY (created_by) REFERENCES staff_member (id)
      );
      ALTER TABLE survey ADD CONSTRAINT survey_active_version_fk FOREIGN KEY (active_version_id) REFERENCES survey_version (id);
      -- An edit is a new version: answers stay tied to the words that were asked.
      CREATE FUNCTION survey_version_stands() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.activated_at IS NULL AND NEW.activated_at IS NOT NULL
          AND (OLD.id, OLD.survey_id, OLD.number, OLD.questions, OLD.logic, OLD.texts, OLD.checksum, OLD.created_at)
            IS NOT DISTINCT FROM (NEW.id, NEW.survey_id, NEW.number, NEW.questions, NEW.logic, NEW.texts, NEW.checksum, NEW.created_at)
        THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'a version of a survey does not change' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'survey_version_stands';
      END $$;
      CREATE TRIGGER survey_version_stands BEFORE UPDATE OR DELETE ON survey_version FOR EACH ROW EXECUTE FUNCTION survey_version_stands();

      CREATE TABLE survey_invitation (
        id uuid NOT NULL,
        survey_id uuid NOT NULL,
        version_id uuid NOT NULL,
        customer_id uuid NOT NULL,
        ticket_id uuid,
        resolution_no integer NOT NULL DEFAULT 1,
        contact_point_id uuid,
        -- Keyed hash of the address that was asked: it outlives the address, the address itself is not copied.
        address_hash bytea NOT NULL,
        language text NOT NULL,
        -- Team, agent, shop, category, channel as they were when the case was solved: later changes do not move an answer.
        snapshot jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL,
        reason text,
        planned_at timestamptz NOT NULL,
        next_try_at timestamptz,
        fence integer NOT NULL DEFAULT 0,
        lease_until timestamptz,
        tries integer NOT NULL DEFAULT 0,
        error_code text,
        claimed_at timestamptz,
        sending_at timestamptz,
        dispatched_at timestamptz,
        unknown_since timestamptz,
        -- Nobody can know whether it arrived; a day later it counts as sent.
        presumed boolean NOT NULL DEFAULT false,
        bounced_at timestamptz,
        message_id text,
        token_hash bytea,
        expires_at timestamptz,
        answered_at timestamptz,
        voided_at timestamptz,
        reminder_state text,
        reminder_at timestamptz,
        reminder_message_id text,
        created_at timestamptz NOT NULL,
        trace_id text NOT NULL,
        CONSTRAINT survey_invitation_pk PRIMARY KEY (id),
        CONSTRAINT survey_invitation_once_uq UNIQUE NULLS NOT DISTINCT (survey_id, ticket_id, resolution_no, customer_id),
        CONSTRAINT survey_invitation_token_uq UNIQUE (token_hash),
        CONSTRAINT survey_invitation_message_uq UNIQUE (message_id),
        CONSTRAINT survey_invitation_survey_fk FOREIGN KEY (survey_id) REFERENCES survey (id),
        CONSTRAINT survey_invitation_version_fk FOREIGN KEY (version_id) REFERENCES survey_version (id),
        CONSTRAINT survey_invitation_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
        CONSTRAINT survey_invitation_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT survey_invitation_language_ck CHECK (language IN ('fi', 'sv', 'en')),
        CONSTRAINT survey_invitation_state_ck CHECK (state IN ('planned', 'claimed', 'sending', 'sent', 'unknown', 'failed', 'cancelled', 'bounced', 'answered', 'expired', 'voided')),
        CONSTRAINT survey_invitation_reason_ck CHECK (state <> 'cancelled' OR reason IS NOT NULL),
        CONSTRAINT survey_invitation_message_ck CHECK (state NOT IN ('sending', 'sent', 'unknown', 'bounced', 'answered') OR (message_id IS NOT NULL AND token_hash IS NOT NULL AND expires_at IS NOT NULL)),
        CONSTRAINT survey_invitation_reminder_ck CHECK (reminder_state IN ('planned', 'sending', 'sent', 'unknown', 'failed', 'cancelled'))
      );
      CREATE INDEX survey_invitation_due_ix ON survey_invitation ((coalesce(next_try_at, planned_at)), id) WHERE state = 'planned';
      CREATE INDEX survey_invitation_lease_ix ON survey_invitation (lease_until) WHERE state IN ('claimed', 'sending');
      CREATE INDEX survey_invitation_unknown_ix ON survey_invitation (next_try_at) WHERE state = 'unknown';
      CREATE INDEX survey_invitation_expiry_ix ON survey_invitation (expires_at) WHERE state = 'sent';
      CREATE INDEX survey_invitation_reminder_ix ON survey_invitation (reminder_at) WHERE reminder_state = 'planned';
      CREATE INDEX survey_invitation_reminder_lease_ix ON survey_invitation (lease_until) WHERE reminder_state = 'sending';
      CREATE INDEX survey_invitation_customer_ix ON survey_invitation (customer_id, planned_at);
      CREATE INDEX survey_invitation_ticket_ix ON survey_invitation (ticket_id) WHERE ticket_id IS NOT NULL;
      CREATE INDEX survey_invitation_survey_ix ON survey_invitation (survey_id, dispatched_at);

      CREATE TABLE survey_decision (
        id uuid NOT NULL,
        survey_id uuid NOT NULL,
        invitation_id uuid,
        ticket_id uuid,
        resolution_no integer,
        customer_id uuid,
        stage text NOT NULL,
        reason text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT survey_decision_pk PRIMARY KEY (id),
        CONSTRAINT survey_decision_survey_fk FOREIGN KEY (survey_id) REFERENCES survey (id),
        CONSTRAINT survey_decision_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation (id),
        CONSTRAINT survey_decision_stage_ck CHECK (stage IN ('plan', 'claim', 'send', 'remind', 'other')),
        CONSTRAINT survey_decision_reason_ck CHECK (reason IN ('eligible', 'survey_inactive', 'no_address', 'restricted', 'objection', 'no_consent', 'suppressed',
          'case_excluded', 'reopened', 'already_invited', 'sampled_out', 'throttled', 'unsubscribed', 'by_staff', 'answered', 'too_late', 'merged', 'address_changed'))
      );
      -- Each resolved case ends in one plan decision per survey: invited, or not and why.
      CREATE UNIQUE INDEX survey_decision_plan_uq ON survey_decision (survey_id, ticket_id, resolution_no) WHERE stage = 'plan' AND ticket_id IS NOT NULL;
      CREATE INDEX survey_decision_survey_ix ON survey_decision (survey_id, at);
      CREATE INDEX survey_decision_invitation_ix ON survey_decision (invitation_id) WHERE invitation_id IS NOT NULL;

      -- One person and one address are asked by one survey at a time, whichever survey it is. A dispatched asking keeps its days for good.
      CREATE TABLE survey_contact_slot (
        invitation_id uuid NOT NULL,
        customer_id uuid NOT NULL,
        address_hash bytea NOT NULL,
        blocked daterange NOT NULL,
        state text NOT NULL,
        CONSTRAINT survey_contact_slot_pk PRIMARY KEY (invitation_id),
        -- The days are taken first: only who gets them is invited.
        CONSTRAINT survey_contact_slot_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation (id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT survey_contact_slot_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
        CONSTRAINT survey_contact_slot_state_ck CHECK (state IN ('reserved', 'used')),
        CONSTRAINT survey_contact_slot_blocked_ck CHECK (NOT isempty(blocked) AND NOT lower_inf(blocked) AND NOT upper_inf(blocked)),
        CONSTRAINT survey_contact_slot_person_ex EXCLUDE USING gist (customer_id WITH =, blocked WITH &&),
        CONSTRAINT survey_contact_slot_address_ex EXCLUDE USING gist (address_hash WITH =, blocked WITH &&)
      );

      -- Refusals of other servers by asked address: three soft ones in thirty days suppress, a hard one at once, a policy one never.
      CREATE TABLE survey_bounce (
        id uuid NOT NULL,
        invitation_id uuid NOT NULL,
        address_hash bytea NOT NULL,
        class text NOT NULL,
        code text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT survey_bounce_pk PRIMARY KEY (id),
        CONSTRAINT survey_bounce_once_uq UNIQUE (invitation_id, class),
        CONSTRAINT survey_bounce_invitation_fk FOREIGN KEY (invitation_id) REFERENCES survey_invitation (id),
        CONSTRAINT survey_bounce_class_ck CHECK (class IN ('hard', 'soft', 'policy', 'complaint'))
      );
      CREATE INDEX survey_bounce_address_ix ON survey_bounce (address_hash, at);

      -- Whether mail may go out by a provider now.
      CREATE TABLE survey_provider (
        name text NOT NULL,
        paused_reason text,
        paused_at timestamptz,
        back_off_until timestamptz,
        failures integer NOT NULL DEFAULT 0,
        CONSTRAINT survey_provider_pk PRIMARY KEY (name)
      );

      GRANT SELECT, INSERT, UPDATE ON survey, survey_invitation, survey_provider TO kaiku_app;
      GRANT SELECT, INSERT ON survey_version, survey_decision, survey_bounce TO kaiku_app;
      GRANT UPDATE (activated_at) ON survey_version TO kaiku_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON survey_contact_slot TO kaiku_app;
      GRANT SELECT ON survey, survey_version TO kaiku_reader;
      GRANT SELECT (id, survey_id, version_id, ticket_id, language, state, token_hash, expires_at, answered_at, voided_at, dispatched_at, snapshot) ON survey_invitation TO kaiku_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE survey_provider; DROP TABLE survey_bounce;
      DROP TABLE survey_contact_slot; DROP TABLE survey_decision; DROP TABLE survey_invitation;
      ALTER TABLE survey DROP CONSTRAINT survey_active_version_fk; DROP TABLE survey_version; DROP FUNCTION survey_version_stands(); DROP TABLE survey;
    `);
  }
}
