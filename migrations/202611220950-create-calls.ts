import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logged telephone calls. Only a wrong number has no entry. */
export class CreateCalls2026112209500 implements MigrationInterface {
  name = 'CreateCalls2026112209500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE call (
        id uuid NOT NULL,
        entry_id uuid,
        staff_id uuid NOT NULL,
        customer_id uuid,
        number text,
        direction text NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        topic text NOT NULL,
        outcome text NOT NULL,
        call_back_at timestamptz,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT call_pk PRIMARY KEY (id),
        CONSTRAINT call_entry_uq UNIQUE (entry_id),
        CONSTRAINT call_entry_fk FOREIGN KEY (entry_id) REFERENCES ticket_entry (id),
        CONSTRAINT call_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT call_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
        CONSTRAINT call_direction_ck CHECK (direction IN ('inbound', 'outbound')),
        CONSTRAINT call_topic_ck CHECK (topic IN ('order', 'return', 'product', 'loyalty', 'complaint', 'other')),
        CONSTRAINT call_outcome_ck CHECK (outcome IN ('solved', 'call_back', 'needs_work', 'wrong_number')),
        CONSTRAINT call_entry_ck CHECK ((outcome = 'wrong_number') = (entry_id IS NULL)),
        CONSTRAINT call_back_ck CHECK ((outcome = 'call_back') = (call_back_at IS NOT NULL)),
        CONSTRAINT call_times_ck CHECK (ended_at >= started_at)
      );
      CREATE INDEX call_customer_ix ON call (customer_id, started_at DESC);
      GRANT SELECT, INSERT, UPDATE ON call TO kaiku_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE call;`);
  }
}
