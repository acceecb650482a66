import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import { HoldsPlannedContacts, type PlannedContacts, type WithdrawnContacts } from '../contact/planned-contacts.port';
import type { Sql } from './customer.builders';

const CLAIM = namedQuery('testing.claim-contact', `UPDATE planned_contact SET state = 'sending' WHERE customer_id = $1 AND state = 'planned' RETURNING id`);
const CANCEL = namedQuery('testing.cancel-contacts', `
  UPDATE planned_contact SET state = $3 WHERE state = 'planned' AND purpose = ANY($4::text[]) AND (strict OR NOT $5::boolean)
    AND (customer_id = ANY($1::uuid[]) OR address_hash = ANY($2::bytea[])) RETURNING id`);

/** Makes the table of {@link PlannedContactsInTable}. */
export const aTableOfPlannedContacts = (db: Sql): Promise<unknown> =>
  db.sql(`CREATE TABLE IF NOT EXISTS planned_contact (id serial PRIMARY KEY, customer_id uuid, address_hash bytea, purpose text NOT NULL, strict boolean NOT NULL DEFAULT false, state text NOT NULL DEFAULT 'planned');
          GRANT SELECT, INSERT, UPDATE ON planned_contact TO kaiku_app; GRANT USAGE ON planned_contact_id_seq TO kaiku_app;`);

/** A sender in miniature for tests of this library: contacts are rows, a claim turns one to `sending`, a choice cancels it. */
@Injectable()
@HoldsPlannedContacts()
export class PlannedContactsInTable implements PlannedContacts {
  /** Run at the end of each withdrawal, before its transaction commits. */
  beforeCommit: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly database: Database) {}

  async claim(customerId: string): Promise<boolean> {
    return (await this.database.rows(CLAIM, [customerId])).length === 1;
  }

  async withdraw(contacts: WithdrawnContacts): Promise<number> {
    const { customerIds, addressHashes, reason, purposes, strictOnly } = contacts;
    const cancelled = await this.database.rows(CANCEL, [customerIds, addressHashes, reason, purposes, strictOnly]);
    await this.beforeCommit();
    return cancelled.length;
  }
}
