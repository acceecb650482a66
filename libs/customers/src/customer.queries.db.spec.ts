import { newId, pageRequest, system, viewerOf, type StaffActor } from '@kaiku/kernel';
import { aStaffActor, openBench, type TestBench } from '@kaiku/testing';
import { CustomerCandidateQueries } from './customer-candidates.queries';
import { CustomerDetailsQueries } from './customer-details.queries';
import { CustomerSearchQueries } from './customer-search.queries';
import { CustomerQueries } from './customer.queries';
import { CustomersModule } from './customers.module';
import { ReceiptQueries } from './receipt.queries';
import { AccessInMemory, AccessInMemoryModule, aCustomer, StaffTableModule } from './testing';

let bench: TestBench;
let seen: AccessInMemory;
beforeAll(async () => {
  bench = await openBench({ imports: [CustomersModule, AccessInMemoryModule, StaffTableModule] });
  seen = bench.get(AccessInMemory);
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  seen.records.length = 0;
});

const AGENT = ['customer.view', 'customer.view_contact', 'customer.view_details', 'customer.view_receipts', 'customer.edit'];
const as = (permissions: string[]) => viewerOf(aStaffActor({ permissions }));
const agent = () => as(AGENT);
const page = (first = 20) => ({ first, after: null });

describe(CustomerQueries.name, () => {
  it('answers unknown, malformed and not allowed alike', async () => {
    const { id } = await aCustomer(bench.db);
    const queries = bench.get(CustomerQueries);
    for (const [viewer, which] of [[agent(), newId()], [agent(), 'x'], [as(['staff.manage']), id]] as const) {
      expect(await queries.get(viewer, which)).toBeNull();
      expect(await queries.byIds(viewer, [which])).toEqual(new Map());
      expect(await queries.exists(viewer, which)).toBe(false);
      expect(await queries.logKeys(viewer, [which])).toEqual([]);
    }
    expect(seen.records).toEqual([]);
  });

  it('records an opened customer as deliberate and a list as one incidental record, under pseudonyms', async () => {
    const [a, b] = [await aCustomer(bench.db), await aCustomer(bench.db)];
    const viewer = agent();
    await bench.get(CustomerQueries).get(viewer, a.id);
    await bench.get(CustomerQueries).byIds(viewer, [a.id, b.id]);
    expect(seen.records).toEqual([
      { actorId: (viewer.actor as StaffActor).id, objectKind: 'customer', objectIds: [a.id], subjectKeys: [a.logKey], mode: 'deliberate' },
      expect.objectContaining({ objectKind: 'customer_list', mode: 'incidental', subjectKeys: expect.arrayContaining([a.logKey, b.logKey]) }),
    ]);
  });

  it('shows nothing when the reading cannot be recorded', async () => {
    const { id } = await aCustomer(bench.db);
    const refusing = new CustomerQueries(bench.database, { record: () => Promise.reject(new Error('log is full')), rows: () => Promise.reject(new Error('log is full')) });
    await expect(refusing.get(agent(), id)).rejects.toThrow('log is full');
  });

  it('masks what the viewer lacks the right for, and says so', async () => {
    const { id } = await aCustomer(bench.db, { postalAddress: 'Esimerkkikatu 1', phones: ['040 555 0101'], pets: [{ name: 'Misu', allergies: ['chicken'] }], loyalty: { tier: 'gold' } });
    const clerk = as(['customer.view']);
    expect(await bench.get(CustomerQueries).get(clerk, id)).toMatchObject({ lastName: 'Virtanen', postalAddress: null, maskedFields: ['contactPoints', 'postalAddress', 'loyalty', 'pets', 'receipts'] });
    const details = (await bench.get(CustomerDetailsQueries).byIds(clerk, [id])).get(id)!;
    expect(details).toEqual({ contactPoints: [{ id: expect.any(String), kind: 'phone', value: null, original: null, label: null, verifiedAt: null }], loyalty: null, pets: [] });
    const whole = (await bench.get(CustomerDetailsQueries).byIds(agent(), [id])).get(id)!;
    expect(whole).toMatchObject({ contactPoints: [{ value: '+358405550101', original: '040 555 0101' }], loyalty: { tier: 'gold', startedOn: '2020-01-01' }, pets: [{ name: 'Misu', allergies: ['chicken'] }] });
  });

  it.each(['restricted', 'safety_ban'] as const)('hides more of a customer who is %s, from agents too', async (flag) => {
    const { id } = await aCustomer(bench.db, { flags: [flag], postalAddress: 'Salainen 1', emails: ['piilo@posti.example'], phones: ['040 555 0102'], receipts: [{ receiptNumber: 'R-9' }] });
    const masked = await bench.get(CustomerQueries).get(agent(), id);
    expect(masked).toMatchObject({ postalAddress: null, maskedFields: expect.arrayContaining(['contactPoints', 'receipts']) });
    expect(await bench.get(ReceiptQueries).receiptsOf(agent(), id, 'palautus')).toEqual([]);
    const find = (text: string) => bench.get(CustomerSearchQueries).search(agent(), text, page());
    for (const text of ['piilo@posti.example', '040 555 0102', 'R-9']) expect((await find(text)).nodes).toEqual([]);
    expect(await bench.get(CustomerCandidateQueries).byContact(agent(), 'email', 'piilo@posti.example')).toEqual([]);
    expect(await bench.get(CustomerQueries).get(viewerOf(system('intake')), id)).toMatchObject({ postalAddress: 'Salainen 1', maskedFields: [] });
  });
});

describe(CustomerSearchQueries.name, () => {
  const find = async (text: string, viewer = agent()) => (await bench.get(CustomerSearchQueries).search(viewer, text, page())).nodes.map((c) => c.lastName);

  beforeEach(async () => {
    await aCustomer(bench.db, { firstName: 'Äänikki', lastName: 'Östman', customerNumber: 'K-100', emails: ['aanikki@posti.example'], phones: ['040 555 0101'], receipts: [{ receiptNumber: 'R-1', orderNumber: 'W-77' }] });
    await aCustomer(bench.db, { firstName: 'Veikko', lastName: 'Zimmer' });
    await aCustomer(bench.db, { firstName: 'Ville', lastName: 'Åberg' });
    await aCustomer(bench.db, { firstName: '100 %', lastName: 'Alen_nus' });
  });

  it.each([
    ['östman', 'part of a name, any case'], ['ÖSTMAN Äänikki', 'both names, any order'], ['Östmann', 'a slip of the finger'],
    ['k-100', 'customer number'], ['W-77', 'order number'], ['R-1', 'receipt number'], ['AANIKKI@posti.example', 'address'], ['aanikki@po', 'start of an address'],
    ['040 555 0101', 'number'], ['+358405550101', 'number in E.164'], ['00358 40 5550101', 'number with 00'], ['555 0101', 'last seven digits'],
  ])('%s finds by %s', async (text) => expect(await find(text)).toEqual(['Östman']));

  it('sorts as Finnish readers expect', async () => {
    for (const lastName of ['Zimmer', 'Östman', 'Äyräs', 'Åberg', 'Aalto']) await aCustomer(bench.db, { firstName: 'Sorttaus', lastName });
    expect(await find('sorttaus')).toEqual(['Aalto', 'Zimmer', 'Åberg', 'Äyräs', 'Östman']);
  });

  it('takes signs literally, and refuses what no text can be', async () => {
    expect(await find('100 %')).toEqual(['Alen_nus']);
    expect(await find('e_n')).toEqual([]);
    expect(await find('x')).toEqual([]);
    await expect(find('a\ud800b')).rejects.toMatchObject({ code: 'input.invalid', fields: [{ path: 'search', code: 'malformed_unicode' }] });
    await expect(find('a\u0000b')).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(bench.get(CustomerSearchQueries).search(agent(), 'Östman', { first: 5, after: ['a', 'b', 'c'] })).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('does not search what the viewer may not see', async () => {
    const clerk = as(['customer.view']);
    expect(await find('aanikki@posti.example', clerk)).toEqual([]);
    expect(await find('040 555 0101', clerk)).toEqual([]);
    expect(await find('W-77', clerk)).toEqual([]);
    expect(await find('Östman', as(['ticket.view']))).toEqual([]);
  });

  it('pages without a gap or a double', async () => {
    for (let i = 0; i < 7; i++) await aCustomer(bench.db, { firstName: 'Sivu', lastName: i < 4 ? 'Sama' : `Eri ${i}` });
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const got = await bench.get(CustomerSearchQueries).search(agent(), 'sivu', pageRequest(3, after));
      ids.push(...got.nodes.map((n) => n.id));
      after = got.hasNextPage ? got.endCursor : null;
    } while (after);
    expect([ids.length, new Set(ids).size]).toEqual([7, 7]);
  });
});

describe(CustomerCandidateQueries.name, () => {
  it('gives everybody who shares an address', async () => {
    const [a, b] = [await aCustomer(bench.db, { emails: ['koti@posti.example'] }), await aCustomer(bench.db, { firstName: 'Maija', emails: ['Koti@Posti.example'] })];
    const found = await bench.get(CustomerCandidateQueries).byContact(viewerOf(system('intake')), 'email', ' KOTI@posti.example');
    expect(found.map((c) => c.id).sort()).toEqual([a.id, b.id].sort());
    expect(seen.records).toEqual([]);
  });

  it('puts the whole number before its last seven digits, and shows five', async () => {
    const exact = await aCustomer(bench.db, { phones: ['040 555 0101'] });
    for (let i = 0; i < 6; i++) await aCustomer(bench.db, { phones: [`+3584${i + 1} 555 0101`] });
    const found = await bench.get(CustomerCandidateQueries).byPhoneDigits(agent(), '(040) 555-0101');
    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({ customer: { id: exact.id }, exact: true });
    expect(found.slice(1).every((m) => !m.exact)).toBe(true);
    expect(seen.records).toHaveLength(1);
  });

  it('takes a name where a number is asked for', async () => {
    await aCustomer(bench.db, { lastName: 'Kettunen' });
    expect(await bench.get(CustomerCandidateQueries).byPhoneDigits(agent(), 'kettu')).toMatchObject([{ customer: { lastName: 'Kettunen' }, exact: false }]);
    expect(await bench.get(CustomerCandidateQueries).byPhoneDigits(agent(), '0405')).toEqual([]);
  });
});

describe(ReceiptQueries.name, () => {
  it('opens the whole list with a reason only, and keeps the reason', async () => {
    const { id, logKey } = await aCustomer(bench.db, { receipts: [{ receiptNumber: 'R-1', orderNumber: 'W-1' }, { receiptNumber: 'R-2' }] });
    const receipts = bench.get(ReceiptQueries);
    await expect(receipts.receiptsOf(agent(), id, ' ')).rejects.toMatchObject({ code: 'input.invalid', fields: [{ path: 'reason', code: 'required' }] });
    expect(await receipts.receiptsOf(agent(), id, 'Erän jäljitys')).toHaveLength(2);
    expect(seen.records).toMatchObject([{ objectKind: 'receipts', mode: 'deliberate', reason: 'Erän jäljitys', subjectKeys: [logKey] }]);
    expect((await receipts.receiptsByOrder(agent(), id, 'W-1')).map((r) => r.receiptNumber)).toEqual(['R-1']);
    expect(await receipts.receiptsOf(as(['customer.view']), id, 'Erän jäljitys')).toEqual([]);
  });
});
