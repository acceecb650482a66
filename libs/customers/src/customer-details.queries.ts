import { Injectable } from '@nestjs/common';
import { isId, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, namedQuery } from '@kaiku/platform';
import { maskedParts, mayView } from './customer.rules';
import type { CustomerDetails, LoyaltyView, PetView, ContactPointView } from './customer.views';

const DETAILS = namedQuery('customers.details', `
  SELECT c.id, c.flags, c.log_key AS "logKey",
    coalesce((SELECT json_agg(json_build_object('id', p.id, 'kind', p.kind, 'value', p.value, 'original', l.original, 'label', l.label, 'verifiedAt', l.verified_at) ORDER BY p.kind, l.created_at, p.id)
      FROM customer_contact_point l JOIN contact_point p ON p.id = l.contact_point_id WHERE l.customer_id = c.id), '[]') AS "contactPoints",
    (SELECT json_build_object('number', m.number, 'tier', m.tier, 'points', m.points, 'startedOn', m.started_on, 'endedOn', m.ended_on, 'source', m.source, 'importedAt', m.imported_at)
      FROM loyalty_membership m WHERE m.customer_id = c.id) AS loyalty,
    coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'species', t.species, 'birthYear', t.birth_year, 'allergies', t.allergies, 'source', t.source, 'importedAt', t.imported_at) ORDER BY t.name, t.id)
      FROM pet t WHERE t.customer_id = c.id), '[]') AS pets
  FROM customer c WHERE c.id = ANY($1)`);

type DetailsRow = { id: string; flags: string[]; logKey: string; contactPoints: ContactPointView[]; loyalty: LoyaltyView | null; pets: PetView[] };

/** Contact points, loyalty and pets, in one statement for all the customers asked for. */
@Injectable()
export class CustomerDetailsQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
  ) {}

  /** Hidden parts are empty; hidden contact points keep id and kind, so that a page can say there are some. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, CustomerDetails>> {
    const known = ids.filter(isId);
    if (known.length === 0 || !mayView(viewer)) return new Map();
    return this.database.recordedRead(async () => {
      const rows = await this.database.rows<DetailsRow>(DETAILS, [known]);
      if (rows.length > 0) await this.recorder.record(viewer, { objectKind: 'customer_details', objectIds: rows.map((r) => r.id), subjectKeys: rows.map((r) => r.logKey), mode: 'incidental' });
      return new Map(rows.map((row) => [row.id, masked(viewer, row)]));
    });
  }
}

function masked(viewer: Viewer, row: DetailsRow): CustomerDetails {
  const hidden = maskedParts(viewer, row.flags);
  return {
    contactPoints: hidden.includes('contactPoints') ? row.contactPoints.map(({ id, kind }) => ({ id, kind, value: null, original: null, label: null, verifiedAt: null })) : row.contactPoints,
    loyalty: hidden.includes('loyalty') ? null : row.loyalty,
    pets: hidden.includes('pets') ? [] : row.pets,
  };
}
