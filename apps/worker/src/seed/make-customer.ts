import { ALLERGIES, PET_NAMES, PRODUCTS, SHOPS, TIERS, type Product } from './catalogue';
import { emailOf, phoneOf, someAddress, somePerson, type Person } from './people';
import type { Random } from './random';
import type { RowBatch } from './rows';

/** What a ticket needs to know of its customer. */
export interface SeededCustomer extends Person {
  readonly id: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly pet: { readonly name: string; readonly species: Product['species'] } | null;
  readonly receipt: { readonly number: string; readonly order: string; readonly product: Product } | null;
}

const DAY = 86_400_000;
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Adds a made-up customer with contact points, loyalty, pets and receipts. `n` tells them apart. */
export function makeCustomer(random: Random, n: number, source: string, now: number, rows: RowBatch): SeededCustomer {
  const person = somePerson(random);
  const joined = now - random.between(30, 3000) * DAY;
  const at = new Date(joined).toISOString();
  const id = random.idAt(joined);
  rows.add('customer', {
    id, customer_number: `LM${1_000_000 + n}`, first_name: person.firstName, last_name: person.lastName, language: person.language, postal_address: random.chance(0.6) ? someAddress(random) : null,
    since: dayOf(joined), log_key: random.idAt(joined), source, created_at: at, updated_at: at,
  });
  const point = (kind: 'email' | 'phone', value: string, original: string): string => {
    const pointId = random.idAt(joined);
    rows.add('contact_point', { id: pointId, kind, value, created_at: at });
    rows.add('customer_contact_point', { customer_id: id, contact_point_id: pointId, original, source, verified_at: null, created_at: at });
    return value;
  };
  const email = random.chance(0.92) ? emailOf(person, n, random) : null;
  if (email) point('email', email, email);
  // Each number is one person's here, so that rows need no look-up; beyond 600,000 there are none left.
  const telephone = n < 600_000 && (email === null || random.chance(0.7)) ? phoneOf(n) : null;
  if (telephone) point('phone', telephone.value, telephone.original);
  const imported = new Date(now).toISOString();
  if (random.chance(0.6)) {
    const ended = random.chance(0.06) ? dayOf(now - random.between(1, 29) * DAY) : null;
    rows.add('loyalty_membership', { customer_id: id, number: `55${String(n).padStart(8, '0')}`, tier: random.of(TIERS), points: random.between(0, 6000), started_on: dayOf(joined), ended_on: ended, source, imported_at: imported });
  }
  return { ...person, id, email, phone: telephone?.value ?? null, pet: makePet(random, id, source, now, rows), receipt: makeReceipts(random, id, n, source, now, rows) };
}

function makePet(random: Random, customerId: string, source: string, now: number, rows: RowBatch): SeededCustomer['pet'] {
  if (!random.chance(0.8)) return null;
  const species = random.chance(0.62) ? 'dog' : 'cat';
  const name = random.of(PET_NAMES[species]);
  const born = new Date(now).getUTCFullYear() - random.between(0, 15);
  rows.add('pet', { id: random.idAt(now), customer_id: customerId, name, species, birth_year: born, allergies: random.chance(0.12) ? [random.of(ALLERGIES)] : [], source, imported_at: new Date(now).toISOString() });
  return { name, species };
}

function makeReceipts(random: Random, customerId: string, n: number, source: string, now: number, rows: RowBatch): SeededCustomer['receipt'] {
  let last: SeededCustomer['receipt'] = null;
  const count = random.between(0, 2);
  for (let i = 0; i < count; i++) {
    const product = random.of(PRODUCTS);
    const number = `R${n}-${i + 1}`;
    const order = `FI-${100_000 + n * 3 + i}`;
    rows.add('receipt', {
      id: random.idAt(now), customer_id: customerId, receipt_number: number, order_number: order, bought_on: dayOf(now - random.between(1, 700) * DAY), shop: random.of(SHOPS), total_cents: product.cents,
      lines: [{ product: product.name.fi, quantity: 1, priceCents: product.cents, batch: product.kind === 'food' ? batchNumber(random) : null }], source, imported_at: new Date(now).toISOString(),
    });
    last = { number, order, product };
  }
  return last;
}

export const batchNumber = (random: Random): string => `L${random.between(23, 26)}${String(random.between(1, 52)).padStart(2, '0')}`;
