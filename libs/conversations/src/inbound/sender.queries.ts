import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';

const IS_STAFF = namedQuery('sender.is_staff', 'SELECT 1 AS yes FROM staff_member WHERE email = lower($1) AND active');
const TICKET_BY_NUMBER = namedQuery('sender.ticket_by_number', 'SELECT id FROM ticket WHERE number = $1');
const EMAIL_OF = namedQuery('sender.email_of', `
  SELECT p.value AS address, concat_ws(' ', c.first_name, c.last_name) AS name
  FROM customer_contact_point l JOIN contact_point p ON p.id = l.contact_point_id JOIN customer c ON c.id = l.customer_id
  WHERE l.customer_id = $1 AND p.kind = 'email' ORDER BY l.created_at, p.id LIMIT 1`);

/** What the doors need to know of people and tickets; only system actors and senders of replies ask. */
@Injectable()
export class SenderQueries {
  constructor(private readonly database: Database) {}

  async isStaff(_viewer: Viewer, address: string): Promise<boolean> {
    return (await this.database.one(IS_STAFF, [address])) !== null;
  }
  async ticketByNumber(_viewer: Viewer, number: number): Promise<string | null> {
    return (await this.database.one<{ id: string }>(TICKET_BY_NUMBER, [number]))?.id ?? null;
  }
  /** The oldest e-mail address of a customer, to write to. */
  emailOf(_viewer: Viewer, customerId: string): Promise<{ name: string; address: string } | null> {
    return this.database.one<{ name: string; address: string }>(EMAIL_OF, [customerId]);
  }
}
