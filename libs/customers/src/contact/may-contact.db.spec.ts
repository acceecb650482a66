import { newId } from '@kaiku/kernel';
import { openBench, type TestBench } from '@kaiku/testing';
import { CustomersModule } from '../customers.module';
import { AccessInMemoryModule, aCustomer, StaffTableModule } from '../testing';
import { AddressHashes } from './address-hashes';
import { MayContact, type ContactQuestion } from './may-contact';

let bench: TestBench;
beforeAll(async () => {
  bench = await openBench({ imports: [CustomersModule, AccessInMemoryModule, StaffTableModule] });
});
afterAll(() => bench.close());
beforeEach(() => bench.db.clear());

const AT = '2026-11-20T08:00:00Z';
const EMAIL = 'matti@posti.example';
const ask = (over: Partial<ContactQuestion> = {}) =>
  bench.database.transaction(() => bench.get(MayContact).decide({ customerId: null, address: EMAIL, purpose: 'service_quality', channel: 'email', legalMode: 'service', ...over }));
const objects = (subject: { customerId?: string; hash?: Buffer }, kind: string, scope = 'surveys') =>
  bench.db.sql(`INSERT INTO objection (customer_id, address_hash, kind, scope, source, at) VALUES ($1, $2, $3, $4, 'phone', $5)`, [subject.customerId ?? null, subject.hash ?? null, kind, scope, AT]);

describe(MayContact.name, () => {
  it('goes by the last row of each choice', async () => {
    const { id } = await aCustomer(bench.db, { emails: [EMAIL] });
    expect(await ask({ customerId: id })).toEqual({ allowed: true });
    await objects({ customerId: id }, 'objected');
    expect(await ask({ customerId: id })).toEqual({ allowed: false, reason: 'objection', since: AT });
    await objects({ customerId: id }, 'withdrawn');
    expect(await ask({ customerId: id })).toEqual({ allowed: true });
  });

  it('knows an address in any spelling without knowing whose it is, and after its customer is gone', async () => {
    await objects({ hash: bench.get(AddressHashes).of('email', EMAIL) }, 'objected');
    expect(await ask({ address: ' MATTI@Posti.example ' })).toMatchObject({ reason: 'objection' });
    expect(await ask({ address: 'maija@posti.example' })).toEqual({ allowed: true });
    expect(await ask({ customerId: newId(), address: null, channel: 'letter' })).toMatchObject({ reason: 'restricted' });
  });

  it('asks for everybody behind a shared address when it is not said who is meant', async () => {
    const [a, b] = [await aCustomer(bench.db, { emails: [EMAIL] }), await aCustomer(bench.db, { firstName: 'Maija', emails: [EMAIL] })];
    await objects({ customerId: a.id }, 'objected');
    expect(await ask()).toMatchObject({ reason: 'objection' });
    expect(await ask({ customerId: b.id })).toEqual({ allowed: true });
  });

  it('refuses to decide outside a transaction, about nobody, and about what is no address', async () => {
    const question = { customerId: null, address: EMAIL, purpose: 'service_quality', channel: 'email', legalMode: 'service' } as const;
    await expect(bench.get(MayContact).decide(question)).rejects.toThrow('inside the transaction');
    await expect(ask({ address: null })).rejects.toThrow('a person or an address');
    await expect(ask({ address: 'matti' })).rejects.toMatchObject({ code: 'contact_point.invalid' });
  });
});

it.each(['consent_event', 'objection', 'restriction', 'contact_suppression'])('nobody who runs the desk changes or removes a row of %s', async (table) => {
  for (const statement of [`UPDATE ${table} SET at = at`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
    await expect(bench.database.transaction(() => bench.database.manager.query(statement))).rejects.toThrow(/permission denied/);
  }
});
