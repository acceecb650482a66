import { Injectable } from '@nestjs/common';
import { isId, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, namedQuery } from '@kaiku/platform';
import { maskedParts, mayView } from '../customer.rules';
import { AddressHashes } from './address-hashes';
import type { ContactChoicesView, ObjectionView, SuppressionView } from './contact-choices.views';
import { ConsentPurpose, type ContactAnswer, type ContactChannel } from './contact-terms';
import { decideContact, mildest, type AddressChoices, type PersonChoices } from './may-contact.rules';

const CUSTOMERS = namedQuery('contact.choosers', 'SELECT id, flags, log_key AS "logKey" FROM customer WHERE id = ANY($1::uuid[]) ORDER BY id');
const POINTS = namedQuery('contact.choosers-points', `
  SELECT l.customer_id AS "customerId", p.id, p.kind, p.value FROM customer_contact_point l JOIN contact_point p ON p.id = l.contact_point_id WHERE l.customer_id = ANY($1::uuid[]) ORDER BY p.id`);
const PEOPLE = namedQuery('contact.choices-of-people', `
  SELECT 'consent' AS table, customer_id AS "customerId", purpose AS scope, channel, basis AS detail, at AS since, source, evidence, staff_id AS "staffId" FROM (
    SELECT DISTINCT ON (customer_id, purpose, channel) * FROM consent_event WHERE customer_id = ANY($1::uuid[]) ORDER BY customer_id, purpose, channel, id DESC) c WHERE kind = 'given'
  UNION ALL
  SELECT 'objection', customer_id, scope, channel, NULL, at, source, evidence, staff_id FROM (
    SELECT DISTINCT ON (customer_id, scope, channel) * FROM objection WHERE customer_id = ANY($1::uuid[]) ORDER BY customer_id, scope, channel, id DESC) o WHERE kind = 'objected'
  UNION ALL
  SELECT 'restriction', customer_id, ground, NULL, NULL, at, source, evidence, staff_id FROM (
    SELECT DISTINCT ON (customer_id, ground) * FROM restriction WHERE customer_id = ANY($1::uuid[]) ORDER BY customer_id, ground, id DESC) r WHERE kind = 'restricted'
  ORDER BY since, scope`);
const ADDRESSES = namedQuery('contact.choices-of-addresses', `
  SELECT 'objection' AS table, encode(address_hash, 'hex') AS hash, scope, channel, NULL AS detail, at AS since, source, evidence, staff_id AS "staffId" FROM (
    SELECT DISTINCT ON (address_hash, scope, channel) * FROM objection WHERE address_hash = ANY($1::bytea[]) ORDER BY address_hash, scope, channel, id DESC) o WHERE kind = 'objected'
  UNION ALL
  SELECT 'suppression', encode(address_hash, 'hex'), scope, NULL, cause, at, NULL, evidence, staff_id FROM (
    SELECT DISTINCT ON (address_hash, scope, cause) * FROM contact_suppression WHERE address_hash = ANY($1::bytea[]) ORDER BY address_hash, scope, cause, id DESC) s WHERE kind = 'suppressed'
  ORDER BY since, scope`);

interface ChoiceRow {
  readonly table: 'consent' | 'objection' | 'restriction' | 'suppression';
  readonly scope: never;
  readonly channel: ContactChannel | null;
  readonly detail: never;
  readonly since: string;
  readonly source: ObjectionView['source'];
  readonly evidence: string | null;
  readonly staffId: string | null;
}
type Point = { id: string; kind: 'email' | 'phone'; value: string; customerId: string };
type Chooser = { id: string; flags: string[]; logKey: string };

/** What customers want to get, for reading. What a sender may do is asked of MayContact, under the lock. */
@Injectable()
export class ContactChoicesQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
    private readonly hashes: AddressHashes,
  ) {}

  /** Unknown ids and ids that may not be seen are absent; one incidental record for all of them. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ContactChoicesView>> {
    const known = ids.filter(isId);
    if (known.length === 0 || !mayView(viewer)) return new Map();
    return this.database.recordedRead(async () => {
      const customers = await this.database.rows<Chooser>(CUSTOMERS, [known]);
      if (customers.length === 0) return new Map();
      await this.recorder.record(viewer, { objectKind: 'contact_choices', objectIds: customers.map((c) => c.id), subjectKeys: customers.map((c) => c.logKey), mode: 'incidental' });
      const points = (await this.database.rows<Point>(POINTS, [known])).map((point) => ({ ...point, hashes: this.hashes.all(point.kind, point.value) }));
      const people = await this.database.rows<ChoiceRow & { customerId: string }>(PEOPLE, [known]);
      const addresses = await this.database.rows<ChoiceRow & { hash: string }>(ADDRESSES, [points.flatMap((point) => point.hashes)]);
      return new Map(
        customers.map((customer) => {
          const mine = points.filter((point) => point.customerId === customer.id);
          const atMine = mine.flatMap((point) => addresses.filter((row) => point.hashes.some((hash) => hash.toString('hex') === row.hash)).map((row) => ({ ...row, contactPointId: point.id, email: point.kind === 'email' })));
          return [customer.id, shown(viewer, customer, people.filter((row) => row.customerId === customer.id), mine, atMine)];
        }),
      );
    });
  }
}

function shown(viewer: Viewer, { flags }: Chooser, own: readonly ChoiceRow[], points: readonly Point[], at: readonly (ChoiceRow & { contactPointId: string })[]): ContactChoicesView {
  const hidden = maskedParts(viewer, flags).includes('postalAddress');
  const noted = ({ since, source, evidence, staffId }: ChoiceRow) => ({ since, source, evidence: hidden ? null : evidence, staffId });
  const of = (table: ChoiceRow['table']) => own.filter((row) => row.table === table);
  const restrictions = of('restriction').map((row) => ({ ...noted(row), ground: row.scope }));
  const consents = of('consent').map((row) => ({ ...noted(row), purpose: row.scope, channel: row.channel, basis: row.detail }));
  const objections = [...of('objection').map((row) => ({ ...row, contactPointId: null })), ...at.filter((row) => row.table === 'objection')].map(
    (row): ObjectionView => ({ ...noted(row), scope: row.scope, channel: row.channel, contactPointId: row.contactPointId }),
  );
  const suppressions = at.filter((row) => row.table === 'suppression').map((row): SuppressionView => ({ ...noted(row), scope: row.scope, cause: row.detail, contactPointId: row.contactPointId }));
  const person: PersonChoices = {
    exists: true, flags, restrictedSince: restrictions[0]?.since ?? null,
    objections: objections.filter((o) => o.contactPointId === null), consents: consents.map((c) => ({ ...c, scope: c.purpose })),
  };
  const addresses = points.filter((p) => p.kind === 'email').map((p): AddressChoices => ({
    objections: objections.filter((o) => o.contactPointId === p.id), suppressions: suppressions.filter((s) => s.contactPointId === p.id).map((s) => ({ ...s, channel: null })),
  }));
  const outlook = Object.values(ConsentPurpose).map((purpose) => ({ purpose, answer: answerFor(purpose, person, addresses) }));
  return { outlook, consents, objections, restrictions, suppressions, maskedFields: hidden ? ['evidence'] : [] };
}

/** Questions about their own matter go in service mode, everything else counts as marketing. */
function answerFor(purpose: ConsentPurpose, person: PersonChoices, addresses: readonly AddressChoices[]): ContactAnswer {
  const sending = { purpose, channel: 'email', legalMode: purpose === 'service_quality' ? 'service' : 'strict' } as const;
  const nowhere: AddressChoices = { objections: [], suppressions: [] };
  return mildest((addresses.length > 0 ? addresses : [nowhere]).map((address) => decideContact(sending, person, address)));
}
