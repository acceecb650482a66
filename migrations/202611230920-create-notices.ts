import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What colleagues are told: notices, how each wants them, browsers that take pushes, and what still has to be delivered. */
export class CreateNotices2026112309200 implements MigrationInterface {
  name = 'CreateNotices2026112309200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE notice (
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        cause text NOT NULL,
        ticket_id uuid,
        ticket_number integer,
        deadline_id uuid,
        -- Numbers, times and codes as they were when it was written; nothing about the customer.
        params jsonb NOT NULL DEFAULT '{}',
        -- The same news for the same person is written once, however often its job runs.
        dedupe_key text NOT NULL,
        -- False: only for the mail or the push, the person wants no line in the console.
        in_app boolean NOT NULL DEFAULT true,
        -- One of many in a short time: the digest stands for it.
        digest_id uuid,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT notice_pk PRIMARY KEY (id),
        CONSTRAINT notice_dedupe_uq UNIQUE (dedupe_key),
        CONSTRAINT notice_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT notice_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT notice_digest_fk FOREIGN KEY (digest_id) REFERENCES notice (id) ON DELETE CASCADE,
        CONSTRAINT notice_cause_ck CHECK (cause IN
          ('assigned', 'mentioned', 'customer_replied', 'deadline_warn', 'deadline_late', 'deadline_escalated', 'digest')),
        CONSTRAINT notice_digest_ck CHECK (cause <> 'digest' OR digest_id IS NULL)
      );
      CREATE INDEX notice_list_ix ON notice (staff_id, id DESC);
      CREATE INDEX notice_unread_ix ON notice (staff_id, id DESC) WHERE read_at IS NULL AND in_app AND digest_id IS NULL;
      CREATE INDEX notice_ticket_ix ON notice (ticket_id) WHERE read_at IS NULL;
      CREATE INDEX notice_digest_ix ON notice (digest_id) WHERE digest_id IS NOT NULL;
      CREATE INDEX notice_read_ix ON notice (read_at) WHERE read_at IS NOT NULL;

      CREATE TABLE notice_preference (
        staff_id uuid NOT NULL,
        cause text NOT NULL,
        channel text NOT NULL,
        enabled boolean NOT NULL,
        CONSTRAINT notice_preference_pk PRIMARY KEY (staff_id, cause, channel),
        CONSTRAINT notice_preference_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT notice_preference_channel_ck CHECK (channel IN ('in_app', 'mail', 'push'))
      );

      CREATE TABLE quiet_hours (
        staff_id uuid NOT NULL,
        -- Minutes of the day in the desk's zone; equal: no quiet hours.
        from_minute integer NOT NULL,
        to_minute integer NOT NULL,
        CONSTRAINT quiet_hours_pk PRIMARY KEY (staff_id),
        CONSTRAINT quiet_hours_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT quiet_hours_minutes_ck CHECK (from_minute BETWEEN 0 AND 1439 AND to_minute BETWEEN 0 AND 1439)
      );

      CREATE TABLE push_subscription (
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        endpoint text NOT NULL,
        p256dh text NOT NULL,
        auth text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT push_subscription_pk PRIMARY KEY (id),
        CONSTRAINT push_subscription_endpoint_uq UNIQUE (endpoint),
        CONSTRAINT push_subscription_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id)
      );
      CREATE INDEX push_subscription_staff_ix ON push_subscription (staff_id);

      CREATE TABLE notice_delivery (
        id uuid NOT NULL,
        notice_id uuid NOT NULL,
        channel text NOT NULL,
        state text NOT NULL,
        release_at timestamptz NOT NULL,
        next_try_at timestamptz,
        fence integer NOT NULL DEFAULT 0,
        lease_until timestamptz,
        tries integer NOT NULL DEFAULT 0,
        error_code text,
        sent_at timestamptz,
        trace_id text NOT NULL,
        CONSTRAINT notice_delivery_pk PRIMARY KEY (id),
        CONSTRAINT notice_delivery_uq UNIQUE (notice_id, channel),
        CONSTRAINT notice_delivery_notice_fk FOREIGN KEY (notice_id) REFERENCES notice (id) ON DELETE CASCADE,
        CONSTRAINT notice_delivery_channel_ck CHECK (channel IN ('mail', 'push')),
        CONSTRAINT notice_delivery_state_ck CHECK (state IN ('queued', 'claimed', 'sent', 'failed', 'skipped'))
      );
      CREATE INDEX notice_delivery_due_ix ON notice_delivery ((coalesce(next_try_at, release_at)), id) WHERE state = 'queued';
      CREATE INDEX notice_delivery_lease_ix ON notice_delivery (lease_until) WHERE state = 'claimed';

      GRANT SELECT, INSERT, UPDATE, DELETE ON notice, notice_preference, quiet_hours, push_subscription, notice_delivery TO kaiku_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE notice_delivery; DROP TABLE push_subscription; DROP TABLE quiet_hours; DROP TABLE notice_preference; DROP TABLE notice;`);
  }
}
