import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Customers, contact points (many-to-many), field history, and what is imported and read-only: loyalty, pets, receipts. */
export class CreateCustomers2026112209200 implements MigrationInterface {
  name = 'CreateCustomers2026112209200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customer (
        id uuid NOT NULL,
        customer_number text,
        first_name text,
        last_name text,
        language text,
        postal_address text,
        since date,
        flags text[] NOT NULL DEFAULT '{}',
        -- The pseudonym under which this person stands in the read log; erasing the person destroys it.
        log_key uuid NOT NULL,
        source text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT customer_pk PRIMARY KEY (id),
        CONSTRAINT customer_number_uq UNIQUE (customer_number),
        CONSTRAINT customer_log_key_uq UNIQUE (log_key),
        CONSTRAINT customer_language_ck CHECK (language IN ('fi', 'sv', 'en')),
        CONSTRAINT customer_flags_ck CHECK (flags <@ ARRAY['restricted', 'minor', 'safety_ban', 'deceased'])
      );
      CREATE INDEX customer_name_trgm_ix ON customer
        USING gin ((coalesce(first_name, '') || ' ' || coalesce(last_name, '')) gin_trgm_ops);

      CREATE TABLE contact_point (
        id uuid NOT NULL,
        kind text NOT NULL,
        value text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT contact_point_pk PRIMARY KEY (id),
        CONSTRAINT contact_point_value_uq UNIQUE (kind, value),
        CONSTRAINT contact_point_kind_ck CHECK (kind IN ('email', 'phone'))
      );
      -- A caller's number matches by its last seven digits when the whole does not.
      CREATE INDEX contact_point_suffix_ix ON contact_point (right(value, 7)) WHERE kind = 'phone';
      CREATE INDEX contact_point_value_trgm_ix ON contact_point USING gin (value gin_trgm_ops);

      CREATE TABLE customer_contact_point (
        customer_id uuid NOT NULL,
        contact_point_id uuid NOT NULL,
        original text NOT NULL,
        label text,
        source text NOT NULL,
        verified_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT customer_contact_point_pk PRIMARY KEY (customer_id, contact_point_id),
        CONSTRAINT customer_contact_point_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
        CONSTRAINT customer_contact_point_point_fk FOREIGN KEY (contact_point_id) REFERENCES contact_point (id)
      );
      CREATE INDEX customer_contact_point_point_ix ON customer_contact_point (contact_point_id);

      CREATE TABLE customer_change (
        id uuid NOT NULL,
        customer_id uuid NOT NULL,
        field text NOT NULL,
        old_value text,
        new_value text,
        at timestamptz NOT NULL,
        staff_id uuid,
        -- As the person was called then: history reads the same after a change of name.
        staff_name text,
        source text NOT NULL,
        reason text,
        CONSTRAINT customer_change_pk PRIMARY KEY (id),
        CONSTRAINT customer_change_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
        CONSTRAINT customer_change_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id)
      );
      CREATE INDEX customer_change_customer_ix ON customer_change (customer_id, id);

      CREATE TABLE loyalty_membership (
        customer_id uuid NOT NULL,
        number text,
        tier text,
        points integer,
        started_on date,
        ended_on date,
        source text NOT NULL,
        imported_at timestamptz NOT NULL,
        CONSTRAINT loyalty_membership_pk PRIMARY KEY (customer_id),
        CONSTRAINT loyalty_membership_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
        CONSTRAINT loyalty_membership_dates_ck CHECK (ended_on >= started_on)
      );

      CREATE TABLE pet (
        id uuid NOT NULL,
        customer_id uuid NOT NULL,
        name text,
        species text NOT NULL,
        birth_year integer,
        allergies text[] NOT NULL DEFAULT '{}',
        source text NOT NULL,
        imported_at timestamptz NOT NULL,
        CONSTRAINT pet_pk PRIMARY KEY (id),
        CONSTRAINT pet_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id)
      );
      CREATE INDEX pet_customer_ix ON pet (customer_id);

      CREATE TABLE receipt (
        id uuid NOT NULL,
        customer_id uuid NOT NULL,
        receipt_number text NOT NULL,
        order_number text,
        bought_on date NOT NULL,
        shop text NOT NULL,
        total_cents integer,
        lines jsonb NOT NULL DEFAULT '[]',
        source text NOT NULL,
        imported_at timestamptz NOT NULL,
        CONSTRAINT receipt_pk PRIMARY KEY (id),
        CONSTRAINT receipt_number_uq UNIQUE (source, receipt_number),
        CONSTRAINT receipt_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id)
      );
      CREATE INDEX receipt_customer_ix ON receipt (customer_id, bought_on DESC);
      CREATE INDEX receipt_order_ix ON receipt (order_number) WHERE order_number IS NOT NULL;
      CREATE INDEX receipt_number_ix ON receipt (receipt_number);

      GRANT SELECT, INSERT, UPDATE ON customer, contact_point, loyalty_membership, pet, receipt TO kaiku_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON customer_contact_point TO kaiku_app;
      GRANT SELECT, INSERT ON customer_change TO kaiku_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE receipt; DROP TABLE pet; DROP TABLE loyalty_membership; DROP TABLE customer_change;
      DROP TABLE customer_contact_point; DROP TABLE contact_point; DROP TABLE customer;
    `);
  }
}
