import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed')`;

/** The ticket of every kind and its immutable entries. */
export class CreateTickets2026112209300 implements MigrationInterface {
  name = 'CreateTickets2026112209300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE ticket_number_seq AS integer START 10001;

      CREATE TABLE ticket (
        id uuid NOT NULL,
        number integer NOT NULL DEFAULT nextval('ticket_number_seq'),
        version integer NOT NULL DEFAULT 1,
        kind text NOT NULL,
        status text NOT NULL,
        priority text NOT NULL,
        channel text NOT NULL,
        subject text,
        language text NOT NULL,
        order_number text,
        answer_wanted boolean NOT NULL DEFAULT true,
        team_id uuid NOT NULL,
        assignee_id uuid,
        customer_id uuid,
        tags text[] NOT NULL DEFAULT '{}',
        received_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        solved_at timestamptz,
        snooze_until timestamptz,
        has_human_reply boolean NOT NULL DEFAULT false,
        no_reply_reason text,
        next_due_at timestamptz,
        possibly_belongs_to uuid,
        last_entry_id uuid,
        last_entry_kind text,
        last_entry_at timestamptz,
        last_entry_preview text,
        last_entry_by_us boolean NOT NULL DEFAULT false,
        last_entry_staff_id uuid,
        -- The ticket that this one goes on with, when the customer wrote after the reopen window.
        follow_up_of uuid,
        -- Which version last changed each field, and who: edits of different fields merge, of the same field conflict.
        field_versions jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT ticket_pk PRIMARY KEY (id),
        CONSTRAINT ticket_number_uq UNIQUE (number),
        CONSTRAINT ticket_team_fk FOREIGN KEY (team_id) REFERENCES team (id),
        CONSTRAINT ticket_assignee_fk FOREIGN KEY (assignee_id) REFERENCES staff_member (id),
        CONSTRAINT ticket_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
        CONSTRAINT ticket_possibly_belongs_to_fk FOREIGN KEY (possibly_belongs_to) REFERENCES ticket (id),
        CONSTRAINT ticket_follow_up_of_fk FOREIGN KEY (follow_up_of) REFERENCES ticket (id),
        CONSTRAINT ticket_kind_ck CHECK (kind IN ('feedback', 'complaint', 'question', 'call', 'survey', 'privacy_request')),
        CONSTRAINT ticket_status_ck CHECK (status IN
          ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed', 'solved', 'closed', 'merged', 'spam')),
        CONSTRAINT ticket_priority_ck CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
        CONSTRAINT ticket_channel_ck CHECK (channel IN ('email', 'form', 'phone', 'store', 'letter', 'api', 'survey')),
        CONSTRAINT ticket_language_ck CHECK (language IN ('fi', 'sv', 'en')),
        CONSTRAINT ticket_solved_ck CHECK ((status IN ('solved', 'closed')) = (solved_at IS NOT NULL)),
        CONSTRAINT ticket_snooze_ck CHECK ((status = 'snoozed') = (snooze_until IS NOT NULL)),
        -- A ticket ends with a reply or with a recorded reason for none.
        CONSTRAINT ticket_answered_ck CHECK (status NOT IN ('solved', 'closed') OR has_human_reply OR coalesce(no_reply_reason, '') <> '')
      );

      CREATE TABLE ticket_entry (
        id uuid NOT NULL,
        ticket_id uuid NOT NULL,
        kind text NOT NULL,
        visibility text NOT NULL,
        author_kind text NOT NULL,
        author_staff_id uuid,
        author_name text,
        channel text,
        at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        preview text,
        body text,
        change jsonb,
        -- A system entry may be about another one: the reply that was voided, the reply that solved the ticket.
        about_entry_id uuid,
        is_customer_contact boolean NOT NULL DEFAULT false,
        is_human_reply boolean NOT NULL DEFAULT false,
        CONSTRAINT ticket_entry_pk PRIMARY KEY (id),
        CONSTRAINT ticket_entry_visibility_uq UNIQUE (id, visibility),
        CONSTRAINT ticket_entry_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT ticket_entry_author_fk FOREIGN KEY (author_staff_id) REFERENCES staff_member (id),
        CONSTRAINT ticket_entry_about_fk FOREIGN KEY (about_entry_id) REFERENCES ticket_entry (id),
        CONSTRAINT ticket_entry_kind_ck CHECK (kind IN
          ('customer_message', 'reply', 'note', 'call', 'survey_answer', 'decision', 'system')),
        CONSTRAINT ticket_entry_visibility_ck CHECK (visibility IN ('public', 'internal')),
        CONSTRAINT ticket_entry_author_ck CHECK (author_kind IN ('customer', 'agent', 'bot', 'rule', 'import')),
        -- A note can never reach the customer; what came from or went to the customer is never hidden as a note.
        CONSTRAINT ticket_entry_note_ck CHECK (
          CASE kind WHEN 'note' THEN visibility = 'internal' WHEN 'system' THEN visibility = 'internal'
                    WHEN 'reply' THEN visibility = 'public' WHEN 'customer_message' THEN visibility = 'public' ELSE true END),
        CONSTRAINT ticket_entry_human_reply_ck CHECK (NOT is_human_reply OR (author_kind = 'agent' AND visibility = 'public')),
        CONSTRAINT ticket_entry_contact_ck CHECK (NOT is_customer_contact OR (author_kind = 'customer' AND visibility = 'public'))
      );
      CREATE INDEX ticket_entry_ticket_ix ON ticket_entry (ticket_id, id);
      CREATE INDEX ticket_entry_about_ix ON ticket_entry (about_entry_id) WHERE about_entry_id IS NOT NULL;

      -- Queue in its default order: nearest deadline first, then age. Literal statuses, so that the planner can use it.
      CREATE INDEX ticket_queue_ix ON ticket (team_id, next_due_at, id) WHERE ${OPEN};
      CREATE INDEX ticket_queue_all_ix ON ticket (next_due_at, id) WHERE ${OPEN};
      CREATE INDEX ticket_assignee_open_ix ON ticket (assignee_id, next_due_at, id) WHERE ${OPEN};
      CREATE INDEX ticket_complaint_ix ON ticket (next_due_at, id) WHERE kind = 'complaint' AND ${OPEN};
      CREATE INDEX ticket_count_ix ON ticket (team_id) INCLUDE (assignee_id, status, kind, next_due_at) WHERE ${OPEN};
      CREATE INDEX ticket_team_ix ON ticket (team_id, created_at DESC, id DESC);
      CREATE INDEX ticket_assignee_ix ON ticket (assignee_id, created_at DESC, id DESC) WHERE assignee_id IS NOT NULL;
      CREATE INDEX ticket_customer_ix ON ticket (customer_id, created_at DESC, id DESC);
      CREATE INDEX ticket_solved_ix ON ticket (solved_at) WHERE status = 'solved';
      CREATE INDEX ticket_snooze_ix ON ticket (snooze_until) WHERE status = 'snoozed';
      CREATE INDEX ticket_order_ix ON ticket (order_number) WHERE order_number IS NOT NULL;
      CREATE INDEX ticket_subject_trgm_ix ON ticket USING gin (subject gin_trgm_ops);

      CREATE TABLE ticket_seen (
        ticket_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT ticket_seen_pk PRIMARY KEY (ticket_id, staff_id),
        CONSTRAINT ticket_seen_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT ticket_seen_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT ticket_seen_entry_fk FOREIGN KEY (entry_id) REFERENCES ticket_entry (id)
      );

      GRANT SELECT, INSERT, UPDATE ON ticket, ticket_seen TO kaiku_app;
      GRANT SELECT, INSERT ON ticket_entry TO kaiku_app;
      GRANT USAGE ON SEQUENCE ticket_number_seq TO kaiku_app;
      GRANT SELECT ON ticket, ticket_entry TO kaiku_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ticket_seen; DROP TABLE ticket_entry; DROP TABLE ticket; DROP SEQUENCE ticket_number_seq;`);
  }
}
