import { Injectable } from '@nestjs/common';
import { Clock, Forbidden, line, newId, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { normaliseEmail, normalisePhone } from '../contact-point.rules';
import { cleanName } from '../customer.rules';
import { decideImport, ImportRow, type ImportedValues, type ImportRowInput } from './import.rules';
import { ImportRepository, type KnownCustomer } from './import.repository';

/** `line` counts rows from 1; `reason` is `malformed`, `duplicate` (the number came earlier in this import), `email` or `phone`. */
export interface RefusedRow {
  readonly line: number;
  readonly reason: 'malformed' | 'duplicate' | 'email' | 'phone';
}

export interface ImportResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
  /** Ids of all taken rows by customer number. */
  readonly ids: ReadonlyMap<string, string>;
}

const BATCH = 500;
const Source = z.object({ source: line(60) });
type Taken = { row: ImportRow; points: { kind: 'email' | 'phone'; value: string; original: string }[] };

/**
 * Brings customers with loyalty, pets and receipts from another system, 500 rows to a transaction: a second run changes nothing, an
 * interrupted one is simply repeated. Sends nothing and tells nobody. A bad row is refused with its line, the others are taken.
 */
@Injectable()
export class ImportCustomers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly imports: ImportRepository,
  ) {}

  /** Only the desk's own doors import; `source` names the system and is kept with each value. */
  async run(actor: Actor, raw: { source: string; rows: readonly ImportRowInput[] }): Promise<ImportResult> {
    if (actor.kind !== 'system') throw new Forbidden();
    const { source } = parseInput(Source, { source: raw.source });
    const { taken, refused } = sift(raw.rows);
    const result = { created: 0, updated: 0, unchanged: 0, refused, ids: new Map<string, string>() };
    for (let i = 0; i < taken.length; i += BATCH) {
      const batch = taken.slice(i, i + BATCH);
      const counts = await this.database.transaction(() => this.batch(batch, source, result.ids));
      result.created += counts.created;
      result.updated += counts.updated;
      result.unchanged += batch.length - counts.created - counts.updated;
    }
    return result;
  }

  private async batch(batch: readonly Taken[], source: string, ids: Map<string, string>): Promise<{ created: number; updated: number }> {
    const at = this.clock.now();
    const known = await this.imports.known(batch.map(({ row }) => row.customerNumber));
    const fresh = batch.filter(({ row }) => !known.has(row.customerNumber)).map(({ row }) => ({ id: newId(), customerNumber: row.customerNumber, ...valuesOf(row), logKey: newId() }));
    const made = fresh.length > 0 ? await this.imports.insert(fresh, source, at) : [];
    for (const one of [...known.values(), ...made]) ids.set(one.customerNumber, one.id);
    const edits = batch.flatMap(({ row }) => edit(known.get(row.customerNumber), row));
    await this.imports.update(edits.map((e) => e.after), at);
    await this.imports.keepHistory(edits.flatMap((e) => e.changes), source, at);
    const of = <T extends object>(row: ImportRow, part: T) => ({ id: newId(), customerId: ids.get(row.customerNumber), ...part });
    await this.imports.attach(
      {
        points: batch.flatMap(({ row, points }) => points.map((point) => of(row, point))),
        loyalty: batch.flatMap(({ row }) => (row.loyalty ? [of(row, row.loyalty)] : [])),
        pets: batch.flatMap(({ row }) => row.pets.map((pet) => of(row, pet))),
        receipts: batch.flatMap(({ row }) => row.receipts.map((receipt) => of(row, receipt))),
      },
      source,
      at,
    );
    return { created: made.length, updated: edits.length };
  }
}

const valuesOf = (row: ImportRow): ImportedValues => ({
  firstName: cleanName(row.firstName ?? ''), lastName: cleanName(row.lastName ?? ''), language: row.language ?? null, postalAddress: row.postalAddress ?? null, since: row.since ?? null,
});

function edit(known: KnownCustomer | undefined, row: ImportRow) {
  if (!known) return [];
  const { corrected, ...now } = known;
  const decided = decideImport(now, valuesOf(row), new Set(corrected));
  if (decided.length === 0) return [];
  return [{ after: { ...now, ...Object.fromEntries(decided.map((c) => [c.field, c.newValue])) }, changes: decided.map((c) => ({ id: newId(), customerId: known.id, ...c })) }];
}

/** Splits the rows into those that can be taken and those refused, with the reason. */
function sift(rows: readonly unknown[]): { taken: Taken[]; refused: RefusedRow[] } {
  const taken: Taken[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Set<string>();
  rows.forEach((raw, i) => {
    const parsed = ImportRow.safeParse(raw);
    if (!parsed.success) return void refused.push({ line: i + 1, reason: 'malformed' });
    const row = parsed.data;
    if (seen.has(row.customerNumber)) return void refused.push({ line: i + 1, reason: 'duplicate' });
    const emails = row.emails.map((original) => ({ kind: 'email' as const, original, value: normaliseEmail(original) }));
    const phones = row.phones.map((original) => ({ kind: 'phone' as const, original, value: normalisePhone(original) }));
    const bad = [...emails, ...phones].find((point) => point.value === null);
    if (bad) return void refused.push({ line: i + 1, reason: bad.kind });
    seen.add(row.customerNumber);
    taken.push({ row, points: [...emails, ...phones].map((point) => ({ ...point, value: point.value! })) });
  });
  return { taken, refused };
}
