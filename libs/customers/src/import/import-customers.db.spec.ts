import { system, viewerOf } from '@kaiku/kernel';
import { aStaffActor, openBench, type TestBench } from '@kaiku/testing';
import { UpdateCustomer } from '../commands/update-customer';
import { CustomerDetailsQueries } from '../customer-details.queries';
import { CustomerQueries } from '../customer.queries';
import { CustomersModule } from '../customers.module';
import { ReceiptQueries } from '../receipt.queries';
import { AccessInMemoryModule, asStaffRow, StaffTableModule } from '../testing';
import { ImportCustomers } from './import-customers';
import type { ImportRowInput } from './import.rules';

let bench: TestBench;
beforeAll(async () => (bench = await openBench({ imports: [CustomersModule, AccessInMemoryModule, StaffTableModule] })));
afterAll(() => bench.close());
beforeEach(() => bench.db.clear());

const seed = system('import');
const run = (rows: readonly ImportRowInput[]) => bench.get(ImportCustomers).run(seed, { source: 'pos', rows });
const matti: ImportRowInput = {
  customerNumber: 'k-1', firstName: 'Matti', lastName: 'Virtanen', language: 'fi', since: '2019-05-01', postalAddress: 'Esimerkkikatu 1', emails: ['matti@posti.example'], phones: ['040 555 0101'],
  loyalty: { number: 'L-1', tier: 'gold', points: 120, startedOn: '2019-05-01' }, pets: [{ name: 'Misu', species: 'cat', birthYear: 2018, allergies: ['chicken'] }],
  receipts: [{ receiptNumber: 'R-1', orderNumber: 'W-1', boughtOn: '2026-10-01', shop: 'Kamppi', totalCents: 1990, lines: [{ product: 'Kuivaruoka', quantity: 2, priceCents: 995, batch: 'E-7' }] }],
};

/** Everything an import may write, to compare two moments. */
const everything = () =>
  bench.db.sql(`SELECT (SELECT json_agg(c ORDER BY id) FROM customer c) AS c, (SELECT json_agg(p ORDER BY id) FROM contact_point p) AS p, (SELECT json_agg(l ORDER BY customer_id, contact_point_id) FROM customer_contact_point l) AS l,
    (SELECT json_agg(m) FROM loyalty_membership m) AS m, (SELECT json_agg(t ORDER BY id) FROM pet t) AS t, (SELECT json_agg(r ORDER BY id) FROM receipt r) AS r, (SELECT json_agg(h ORDER BY id) FROM customer_change h) AS h`);

describe(ImportCustomers.name, () => {
  it('brings a customer with all that hangs on them; a second run changes nothing', async () => {
    const first = await run([matti, { customerNumber: 'K-2', lastName: 'Niemi', emails: ['matti@posti.example'] }]);
    expect(first).toMatchObject({ created: 2, updated: 0, unchanged: 0, refused: [] });
    const id = first.ids.get('K-1')!;
    const viewer = viewerOf(seed);
    expect(await bench.get(CustomerQueries).get(viewer, id)).toMatchObject({ customerNumber: 'K-1', since: '2019-05-01', language: 'fi' });
    expect((await bench.get(CustomerDetailsQueries).byIds(viewer, [id])).get(id)).toMatchObject({ contactPoints: [{ value: 'matti@posti.example' }, { value: '+358405550101' }], loyalty: { points: 120 }, pets: [{ allergies: ['chicken'] }] });
    expect(await bench.get(ReceiptQueries).receiptsByOrder(viewer, id, 'W-1')).toMatchObject([{ totalCents: 1990, lines: [{ batch: 'E-7', priceCents: 995 }] }]);
    const before = await everything();
    bench.clock.advance(86_400_000);
    expect(await run([matti, { customerNumber: 'K-2', lastName: 'Niemi', emails: ['matti@posti.example'] }])).toMatchObject({ created: 0, updated: 0, unchanged: 2, ids: first.ids });
    expect(await everything()).toEqual(before);
    expect(await bench.db.sql('SELECT 1 FROM outbox_event')).toEqual([]);
  });

  it('refreshes what it brought, and never what a person corrected', async () => {
    const { ids } = await run([matti]);
    const agent = await asStaffRow(bench.db, aStaffActor({ permissions: ['customer.view', 'customer.edit', 'customer.view_details'] }));
    await bench.get(UpdateCustomer).run(agent, { customerId: ids.get('K-1')!, expectedVersion: 1, lastName: 'Oikea', reason: 'Soitti itse' });
    expect(await run([{ ...matti, lastName: 'Väärä', postalAddress: 'Uusi katu 2', firstName: null }])).toMatchObject({ updated: 1 });
    expect(await bench.get(CustomerQueries).get(viewerOf(seed), ids.get('K-1')!)).toMatchObject({ firstName: 'Matti', lastName: 'Oikea', postalAddress: 'Uusi katu 2', version: 3 });
    expect(await bench.db.sql(`SELECT field, old_value, new_value FROM customer_change WHERE source = 'pos'`)).toEqual([{ field: 'postalAddress', old_value: 'Esimerkkikatu 1', new_value: 'Uusi katu 2' }]);
  });

  it('refuses bad rows by line and takes the others', async () => {
    const result = await run([{ customerNumber: 'K-1', emails: ['ei osoite'] }, { customerNumber: 'K-2' }, { customerNumber: 'k-2' }, { customerNumber: 'K-3', phones: ['12'] }, { customerNumber: 'a\r\nb' }]);
    expect(result).toMatchObject({ created: 1, refused: [{ line: 1, reason: 'email' }, { line: 3, reason: 'duplicate' }, { line: 4, reason: 'phone' }, { line: 5, reason: 'malformed' }] });
  });

  it('is not for people', async () => {
    await expect(bench.get(ImportCustomers).run(aStaffActor(), { source: 'pos', rows: [] })).rejects.toThrow('forbidden');
  });
});
