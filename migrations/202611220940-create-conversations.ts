import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mailboxes, raw mail, messages, attachments, mail to send, drafts, public links. */
export class CreateConversations2026112209400 implements MigrationInterface {
  name = 'CreateConversations2026112209400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mailbox (
        id uuid NOT NULL,
        address text NOT NULL,
        name text NOT NULL,
        team_id uuid NOT NULL,
        default_kind text NOT NULL,
        language text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL,
        CONSTRAINT mailbox_pk PRIMARY KEY (id),
        CONSTRAINT mailbox_address_uq UNIQUE (address),
        CONSTRAINT mailbox_address_ck CHECK (address = lower(address)),
        CONSTRAINT mailbox_team_fk FOREIGN KEY (team_id) REFERENCES team (id),
        CONSTRAINT mailbox_kind_ck CHECK (default_kind IN ('feedback', 'complaint', 'question', 'privacy_request')),
        CONSTRAINT mailbox_language_ck CHECK (language IN ('fi', 'sv', 'en'))
      );

      -- Raw bytes first; parsing is a later, repeatable step.
      CREATE TABLE inbound_raw (
        id uuid NOT NULL,
        source text NOT NULL,
        received_at timestamptz NOT NULL,
        envelope_from text,
        envelope_to text[] NOT NULL,
        bytes bytea NOT NULL,
        size integer NOT NULL,
        sha256 bytea NOT NULL,
        state text NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        next_try_at timestamptz,
        lease_until timestamptz,
        fence integer NOT NULL DEFAULT 0,
        error_code text,
        entry_id uuid,
        trace_id text NOT NULL,
        CONSTRAINT inbound_raw_pk PRIMARY KEY (id),
        CONSTRAINT inbound_raw_state_ck CHECK (state IN ('received', 'done', 'duplicate', 'quarantined')),
        CONSTRAINT inbound_raw_entry_fk FOREIGN KEY (entry_id) REFERENCES ticket_entry (id)
      );
      CREATE INDEX inbound_raw_due_ix ON inbound_raw (next_try_at) WHERE state = 'received';
      CREATE INDEX inbound_raw_quarantined_ix ON inbound_raw (received_at DESC, id DESC) WHERE state = 'quarantined';

      CREATE TABLE message (
        entry_id uuid NOT NULL,
        -- With the foreign key below: a message can only hang on a public entry, so a note can never be sent.
        entry_visibility text NOT NULL DEFAULT 'public',
        ticket_id uuid NOT NULL,
        direction text NOT NULL,
        rfc_message_id text,
        in_reply_to text,
        reference_ids text[] NOT NULL DEFAULT '{}',
        from_name text,
        from_address text,
        to_addresses jsonb NOT NULL DEFAULT '[]',
        cc_addresses jsonb NOT NULL DEFAULT '[]',
        subject text,
        html text,
        quoted text,
        simple boolean NOT NULL DEFAULT true,
        remote_images boolean NOT NULL DEFAULT false,
        sanitiser_version integer NOT NULL DEFAULT 0,
        automatic text NOT NULL DEFAULT 'none',
        suspicion text,
        content_key bytea,
        raw_id uuid,
        CONSTRAINT message_pk PRIMARY KEY (entry_id),
        CONSTRAINT message_entry_fk FOREIGN KEY (entry_id, entry_visibility) REFERENCES ticket_entry (id, visibility),
        CONSTRAINT message_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT message_raw_fk FOREIGN KEY (raw_id) REFERENCES inbound_raw (id),
        CONSTRAINT message_public_ck CHECK (entry_visibility = 'public'),
        CONSTRAINT message_direction_ck CHECK (direction IN ('inbound', 'outbound')),
        CONSTRAINT message_automatic_ck CHECK (automatic IN ('none', 'auto_reply', 'out_of_office', 'bulk', 'bounce')),
        CONSTRAINT message_content_key_uq UNIQUE (content_key)
      );
      CREATE INDEX message_rfc_message_id_ix ON message (rfc_message_id) WHERE rfc_message_id IS NOT NULL;
      CREATE INDEX message_ticket_ix ON message (ticket_id);

      -- Who may write into a ticket by mail.
      CREATE TABLE participant (
        ticket_id uuid NOT NULL,
        address text NOT NULL,
        added_by uuid,
        added_at timestamptz NOT NULL,
        CONSTRAINT participant_pk PRIMARY KEY (ticket_id, address),
        CONSTRAINT participant_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT participant_added_by_fk FOREIGN KEY (added_by) REFERENCES staff_member (id),
        CONSTRAINT participant_address_ck CHECK (address = lower(address) AND address <> '')
      );
      CREATE INDEX participant_address_ix ON participant (address);

      CREATE TABLE attachment (
        id uuid NOT NULL,
        entry_id uuid,
        ticket_id uuid,
        uploaded_by uuid,
        name text NOT NULL,
        content_type text NOT NULL,
        size integer NOT NULL,
        inline boolean NOT NULL DEFAULT false,
        image boolean NOT NULL DEFAULT false,
        content_id text,
        sha256 bytea NOT NULL,
        key_id text NOT NULL,
        stored_as text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT attachment_pk PRIMARY KEY (id),
        CONSTRAINT attachment_stored_as_uq UNIQUE (stored_as),
        CONSTRAINT attachment_entry_fk FOREIGN KEY (entry_id) REFERENCES ticket_entry (id),
        CONSTRAINT attachment_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT attachment_uploaded_by_fk FOREIGN KEY (uploaded_by) REFERENCES staff_member (id)
      );
      CREATE INDEX attachment_entry_ix ON attachment (entry_id);
      CREATE INDEX attachment_loose_ix ON attachment (created_at) WHERE entry_id IS NULL;

      CREATE TABLE outbound_message (
        id uuid NOT NULL,
        entry_id uuid,
        ticket_id uuid NOT NULL,
        kind text NOT NULL,
        mailbox_id uuid NOT NULL,
        rfc_message_id text NOT NULL,
        state text NOT NULL,
        release_at timestamptz NOT NULL,
        recipients jsonb NOT NULL,
        content jsonb NOT NULL,
        fence integer NOT NULL DEFAULT 0,
        lease_until timestamptz,
        tries integer NOT NULL DEFAULT 0,
        next_try_at timestamptz,
        error_code text,
        unknown_since timestamptz,
        sent_at timestamptz,
        undone_at timestamptz,
        created_at timestamptz NOT NULL,
        trace_id text NOT NULL,
        CONSTRAINT outbound_message_pk PRIMARY KEY (id),
        CONSTRAINT outbound_message_rfc_uq UNIQUE (rfc_message_id),
        CONSTRAINT outbound_message_entry_uq UNIQUE (entry_id),
        CONSTRAINT outbound_message_entry_fk FOREIGN KEY (entry_id) REFERENCES message (entry_id),
        CONSTRAINT outbound_message_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT outbound_message_mailbox_fk FOREIGN KEY (mailbox_id) REFERENCES mailbox (id),
        CONSTRAINT outbound_message_kind_ck CHECK (kind IN ('reply', 'acknowledgement')),
        CONSTRAINT outbound_message_state_ck CHECK (state IN
          ('queued', 'claimed', 'data_started', 'dot_sent', 'sent', 'failed', 'unknown', 'undone', 'bounced'))
      );
      CREATE INDEX outbound_message_due_ix ON outbound_message (coalesce(next_try_at, release_at), id) WHERE state = 'queued';
      CREATE INDEX outbound_message_lease_ix ON outbound_message (lease_until) WHERE state IN ('claimed', 'data_started', 'dot_sent');
      CREATE INDEX outbound_message_unknown_ix ON outbound_message (next_try_at) WHERE state = 'unknown';

      CREATE TABLE acknowledgement (
        ticket_id uuid NOT NULL,
        address text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT acknowledgement_pk PRIMARY KEY (ticket_id),
        CONSTRAINT acknowledgement_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id)
      );
      CREATE INDEX acknowledgement_address_ix ON acknowledgement (address, at);

      CREATE TABLE draft (
        ticket_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        mode text NOT NULL,
        text text NOT NULL,
        attachment_ids uuid[] NOT NULL DEFAULT '{}',
        revision integer NOT NULL DEFAULT 1,
        saved_at timestamptz NOT NULL,
        CONSTRAINT draft_pk PRIMARY KEY (ticket_id, staff_id, mode),
        CONSTRAINT draft_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
        CONSTRAINT draft_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT draft_mode_ck CHECK (mode IN ('reply', 'note'))
      );
      CREATE INDEX draft_staff_ix ON draft (staff_id, saved_at DESC);

      -- The customer's own page of a ticket, reached by a token of which only the hash is kept.
      CREATE TABLE public_link (
        token_hash bytea NOT NULL,
        ticket_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT public_link_pk PRIMARY KEY (token_hash),
        CONSTRAINT public_link_token_ck CHECK (length(token_hash) = 32),
        CONSTRAINT public_link_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id)
      );
      CREATE INDEX public_link_ticket_ix ON public_link (ticket_id);

      -- One row per form nonce: a double submit finds its first number again.
      CREATE TABLE form_submission (
        nonce_hash bytea NOT NULL,
        ticket_id uuid NOT NULL,
        address text,
        held boolean NOT NULL DEFAULT false,
        at timestamptz NOT NULL,
        CONSTRAINT form_submission_pk PRIMARY KEY (nonce_hash),
        CONSTRAINT form_submission_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id)
      );

      GRANT SELECT, INSERT, UPDATE ON mailbox, inbound_raw, message, outbound_message, form_submission TO kaiku_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON attachment, draft, participant, public_link TO kaiku_app;
      GRANT SELECT, INSERT ON acknowledgement TO kaiku_app;
      GRANT SELECT ON public_link, mailbox, message, attachment TO kaiku_reader;
      -- A customer's page must know what has left, never what it says or to whom.
      GRANT SELECT (id, entry_id, state, release_at) ON outbound_message TO kaiku_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE form_submission; DROP TABLE public_link; DROP TABLE draft; DROP TABLE acknowledgement; DROP TABLE outbound_message;
      DROP TABLE attachment; DROP TABLE participant; DROP TABLE message; DROP TABLE inbound_raw; DROP TABLE mailbox;
    `);
  }
}
