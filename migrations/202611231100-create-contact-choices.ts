import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person wants and does not want to get: consents, objections, restrictions, suppressed addresses. Ledgers: the application adds rows and never changes one. */
export class CreateContactChoices2026112311000 implements MigrationInterface {
  name = 'CreateContactChoices2026112311000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE consent_event (
        -- Under the person's lock ids follow the order of commits: the last row of a purpose and channel says what counts.
        id bigint GENERATED ALWAYS AS IDENTITY,
        customer_id uuid NOT NULL,
        kind text NOT NULL,
        purpose text NOT NULL,
        -- Null is every channel.
        channel text,
        -- An existing customer whom refusal was offered at collection counts like one who consented.
        basis text NOT NULL,
        source text NOT NULL,
        evidence text,
        staff_id uuid,
        at timestamptz NOT NULL,
        CONSTRAINT consent_event_pk PRIMARY KEY (id),
        CONSTRAINT consent_event_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
        CONSTRAINT consent_event_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT consent_event_kind_ck CHECK (kind IN ('given', 'withdrawn')),
        CONSTRAINT consent_event_purpose_ck CHECK (purpose IN ('service_quality', 'market_research', 'opinion_research', 'direct_marketing')),
        CONSTRAINT consent_event_channel_ck CHECK (channel IN ('email', 'sms', 'phone', 'letter')),
        CONSTRAINT consent_event_basis_ck CHECK (basis IN ('consent', 'existing_customer')),
        CONSTRAINT consent_event_source_ck CHECK (source IN ('phone', 'email', 'letter', 'shop', 'web', 'survey_page', 'unsubscribe_link', 'import', 'system'))
      );
      CREATE INDEX consent_event_customer_ix ON consent_event (customer_id, id);

      CREATE TABLE objection (
        id bigint GENERATED ALWAYS AS IDENTITY,
        -- A person we know, or an address whose person we do not know (any more).
        customer_id uuid,
        address_hash bytea,
        kind text NOT NULL,
        scope text NOT NULL,
        channel text,
        source text NOT NULL,
        evidence text,
        staff_id uuid,
        at timestamptz NOT NULL,
        CONSTRAINT objection_pk PRIMARY KEY (id),
        CONSTRAINT objection_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
        CONSTRAINT objection_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT objection_subject_ck CHECK (num_nonnulls(customer_id, address_hash) = 1),
        CONSTRAINT objection_hash_ck CHECK (octet_length(address_hash) = 32),
        CONSTRAINT objection_kind_ck CHECK (kind IN ('objected', 'withdrawn')),
        CONSTRAINT objection_scope_ck CHECK (scope IN ('service_quality', 'market_research', 'opinion_research', 'surveys', 'direct_marketing', 'all')),
        CONSTRAINT objection_channel_ck CHECK (channel IN ('email', 'sms', 'phone', 'letter')),
        CONSTRAINT objection_source_ck CHECK (source IN ('phone', 'email', 'letter', 'shop', 'web', 'survey_page', 'unsubscribe_link', 'import', 'system'))
      );
      CREATE INDEX objection_customer_ix ON objection (customer_id, id) WHERE customer_id IS NOT NULL;
      CREATE INDEX objection_address_ix ON objection (address_hash, id) WHERE address_hash IS NOT NULL;

      CREATE TABLE restriction (
        id bigint GENERATED ALWAYS AS IDENTITY,
        customer_id uuid NOT NULL,
        kind text NOT NULL,
        ground text NOT NULL,
        -- Lifting: when the person was told, which comes first (art. 18(3)).
        told_at timestamptz,
        source text NOT NULL,
        evidence text,
        staff_id uuid,
        at timestamptz NOT NULL,
        CONSTRAINT restriction_pk PRIMARY KEY (id),
        CONSTRAINT restriction_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
        CONSTRAINT restriction_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT restriction_kind_ck CHECK (kind IN ('restricted', 'lifted')),
        CONSTRAINT restriction_ground_ck CHECK (ground IN ('accuracy_contested', 'unlawful_processing', 'legal_claims', 'objection_pending')),
        CONSTRAINT restriction_told_ck CHECK ((kind = 'lifted') = (told_at IS NOT NULL) AND told_at <= at),
        CONSTRAINT restriction_source_ck CHECK (source IN ('phone', 'email', 'letter', 'shop', 'web', 'survey_page', 'unsubscribe_link', 'import', 'system'))
      );
      CREATE INDEX restriction_customer_ix ON restriction (customer_id, id);

      -- Holds no person and no address, only a keyed hash: it outlives both.
      CREATE TABLE contact_suppression (
        id bigint GENERATED ALWAYS AS IDENTITY,
        address_hash bytea NOT NULL,
        kind text NOT NULL,
        scope text NOT NULL,
        cause text NOT NULL,
        evidence text,
        staff_id uuid,
        at timestamptz NOT NULL,
        CONSTRAINT contact_suppression_pk PRIMARY KEY (id),
        CONSTRAINT contact_suppression_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT contact_suppression_hash_ck CHECK (octet_length(address_hash) = 32),
        CONSTRAINT contact_suppression_kind_ck CHECK (kind IN ('suppressed', 'lifted')),
        CONSTRAINT contact_suppression_scope_ck CHECK (scope IN ('surveys', 'marketing', 'all')),
        CONSTRAINT contact_suppression_cause_ck CHECK (cause IN ('hard_bounce', 'soft_bounces', 'complaint', 'unsubscribed', 'erased', 'by_hand', 'new_consent'))
      );
      CREATE INDEX contact_suppression_address_ix ON contact_suppression (address_hash, id);

      GRANT SELECT, INSERT ON consent_event, objection, restriction, contact_suppression TO kaiku_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE contact_suppression; DROP TABLE restriction; DROP TABLE objection; DROP TABLE consent_event;`);
  }
}
