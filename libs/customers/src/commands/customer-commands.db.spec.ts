import { newId, pageRequest, viewerOf, type StaffActor } from '@kaiku/kernel';
import { aStaffActor, openBench, type TestBench } from '@kaiku/testing';
import { CustomerDetailsQueries } from '../customer-details.queries';
import { CustomerHistoryQueries } from '../customer-history.queries';
import { CustomerQueries } from '../customer.queries';
import { CustomersModule } from '../customers.module';
import { AccessInMemoryModule, aCustomer, asStaffRow, StaffTableModule } from '../testing';
import { AddContactPoint } from './add-contact-point';
import { CreateCustomer } from './create-customer';
import { RemoveContactPoint } from './remove-contact-point';
import { UpdateCustomer } from './update-customer';

let bench: TestBench;
let agent: StaffActor;
beforeAll(async () => (bench = await openBench({ imports: [CustomersModule, AccessInMemoryModule, StaffTableModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  agent = await asStaffRow(bench.db, aStaffActor({ name: 'Ville Laine', permissions: ['customer.view', 'customer.view_contact', 'customer.view_details', 'customer.edit'] }));
});

const get = (id: string) => bench.get(CustomerQueries).get(viewerOf(agent), id);
const pointsOf = async (id: string) => (await bench.get(CustomerDetailsQueries).byIds(viewerOf(agent), [id])).get(id)!.contactPoints;
const history = async (id: string, viewer = viewerOf(agent)) => (await bench.get(CustomerHistoryQueries).history(viewer, id, pageRequest(20, null))).nodes;
const valid = (over: object = {}) => ({ idempotencyKey: newId(), firstName: 'Matti', lastName: 'Virtanen', language: 'fi', email: 'Matti@Posti.example', phone: '040 555 0101', ...over });

describe(CreateCustomer.name, () => {
  const create = (input: object, who = agent) => bench.get(CreateCustomer).run(who, input);

  it('makes one customer for one key, and keeps where each value came from', async () => {
    const input = valid({ customerNumber: 'k-1', reason: 'Soitti' });
    const [first, second] = await Promise.all([create(input), create(input)]);
    expect(second).toEqual(first);
    expect(await get(first.customerId)).toMatchObject({ firstName: 'Matti', customerNumber: 'K-1', version: 1 });
    expect((await pointsOf(first.customerId)).map((p) => [p.value, p.original])).toEqual([['matti@posti.example', 'Matti@Posti.example'], ['+358405550101', '040 555 0101']]);
    const kept = await history(first.customerId);
    expect(new Set(kept.map((h) => h.field))).toEqual(new Set(['firstName', 'lastName', 'language', 'customerNumber', 'contactPoint']));
    expect(kept.every((h) => h.by === 'Ville Laine' && h.source === 'agent' && h.reason === 'Soitti' && h.old === null)).toBe(true);
    expect(await bench.db.sql(`SELECT name, payload FROM outbox_event`)).toEqual([{ name: 'customer.created.v1', payload: { customerId: first.customerId, actorId: agent.id } }]);
  });

  it('refuses the key with another body', async () => {
    const input = valid();
    await create(input);
    await expect(create({ ...input, lastName: 'Muu' })).rejects.toMatchObject({ code: 'idempotency.key_reused' });
  });

  it.each([
    [{ lastName: 'a\r\nBcc: v@e.example' }, 'lastName', 'control_characters'], [{ lastName: 'a\u2028b' }, 'lastName', 'control_characters'], [{ firstName: '\ud800' }, 'firstName', 'malformed_unicode'],
    [{ lastName: '\u0000' }, 'lastName', 'nul'], [{ lastName: '  ' }, 'lastName', 'required'], [{ lastName: 'x'.repeat(101) }, 'lastName', 'too_long'], [{ language: 'de' }, 'language', 'invalid_value'], [{ lastName: undefined }, 'lastName', 'invalid_type'],
  ])('refuses %j', async (over, path, code) => {
    await expect(create(valid(over))).rejects.toMatchObject({ code: 'input.invalid', fields: [expect.objectContaining({ path, code })] });
    expect(await bench.db.sql('SELECT 1 FROM customer')).toEqual([]);
  });

  it('refuses unknown keys', async () => {
    await expect(create(valid({ flags: ['restricted'] }))).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('refuses a number and an address that are none, leaving nothing behind', async () => {
    await expect(create(valid({ phone: 'soita' }))).rejects.toMatchObject({ code: 'contact_point.invalid', params: { kind: 'phone' } });
    await expect(create(valid({ email: 'a@b.example, c@d.example' }))).rejects.toMatchObject({ code: 'contact_point.invalid', params: { kind: 'email' } });
    expect(await bench.db.sql('SELECT 1 FROM customer UNION ALL SELECT 1 FROM contact_point UNION ALL SELECT 1 FROM idempotency_key')).toEqual([]);
  });

  it('refuses a customer number that another has', async () => {
    await aCustomer(bench.db, { customerNumber: 'K-1' });
    await expect(create(valid({ customerNumber: 'k-1' }))).rejects.toMatchObject({ code: 'customer.number_taken' });
  });

  it('lets two customers share an address, also when both are made at once', async () => {
    const made = await Promise.all([create(valid()), create(valid({ firstName: 'Maija' }))]);
    expect(new Set(made.map((m) => m.customerId)).size).toBe(2);
    expect(await bench.db.sql('SELECT kind FROM contact_point ORDER BY kind')).toEqual([{ kind: 'email' }, { kind: 'phone' }]);
  });

  it('is refused without the right', async () => {
    await expect(create(valid(), aStaffActor({ permissions: ['customer.view'] }))).rejects.toThrow('forbidden');
  });
});

describe(UpdateCustomer.name, () => {
  const update = (input: object, who = agent) => bench.get(UpdateCustomer).run(who, { reason: 'Korjaus', expectedVersion: 1, ...input });

  it('keeps old and new with who and why; what is left out stays, null clears', async () => {
    const { id } = await aCustomer(bench.db, { firstName: 'Matti', lastName: 'Virtanen', postalAddress: 'Vanha katu 1' });
    await update({ customerId: id, lastName: ' Virta  nen ', postalAddress: null });
    expect(await get(id)).toMatchObject({ firstName: 'Matti', lastName: 'Virta nen', postalAddress: null, version: 2 });
    expect((await history(id)).map((h) => [h.field, h.old, h.new, h.by, h.reason]).sort()).toEqual([
      ['lastName', 'Virtanen', 'Virta nen', 'Ville Laine', 'Korjaus'], ['postalAddress', 'Vanha katu 1', null, 'Ville Laine', 'Korjaus'],
    ]);
  });

  it('lets one of two at once win; the other is told', async () => {
    const { id } = await aCustomer(bench.db);
    const both = await Promise.allSettled([update({ customerId: id, lastName: 'Yksi' }), update({ customerId: id, lastName: 'Kaksi' })]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'customer.conflict' } });
    expect(await history(id)).toHaveLength(1);
  });

  it('does nothing when nothing changes', async () => {
    const { id } = await aCustomer(bench.db);
    await update({ customerId: id, lastName: 'Virtanen' });
    expect((await get(id))!.version).toBe(1);
    expect(await history(id)).toEqual([]);
  });

  it('answers unknown and not to be seen alike, and wants a reason', async () => {
    const { id } = await aCustomer(bench.db);
    await expect(update({ customerId: newId(), lastName: 'X' })).rejects.toMatchObject({ code: 'customer.not_found' });
    await expect(update({ customerId: id, lastName: 'X' }, aStaffActor({ permissions: ['customer.edit'] }))).rejects.toMatchObject({ code: 'customer.not_found' });
    await expect(update({ customerId: id, lastName: 'X', reason: '' })).rejects.toMatchObject({ code: 'input.invalid', fields: [{ path: 'reason', code: 'required' }] });
  });

  it('does not overwrite what the person may not see', async () => {
    const { id } = await aCustomer(bench.db, { flags: ['safety_ban'], postalAddress: 'Salainen 1' });
    await expect(update({ customerId: id, postalAddress: 'Toinen 2' })).rejects.toThrow('forbidden');
  });
});

describe(AddContactPoint.name, () => {
  it('adds once, in any spelling, and removing leaves the others theirs', async () => {
    const [a, b] = [await aCustomer(bench.db), await aCustomer(bench.db, { phones: ['040 555 0101'] })];
    const add = (value: string) => bench.get(AddContactPoint).run(agent, { customerId: a.id, kind: 'phone', value, reason: 'Kertoi puhelussa' });
    await Promise.all([add('+358 40 5550101'), add('0405550101')]);
    expect(await pointsOf(a.id)).toHaveLength(1);
    expect((await get(a.id))!.version).toBe(2);
    const contactPointId = (await pointsOf(a.id))[0]!.id;
    await bench.get(RemoveContactPoint).run(agent, { customerId: a.id, contactPointId, reason: 'Ei enää hänen' });
    await bench.get(RemoveContactPoint).run(agent, { customerId: a.id, contactPointId, reason: 'Ei enää hänen' });
    expect(await pointsOf(a.id)).toEqual([]);
    expect(await pointsOf(b.id)).toHaveLength(1);
    expect((await history(a.id)).map((h) => [h.old, h.new])).toEqual([['+358405550101', null], [null, '+358405550101']]);
    const clerk = viewerOf(aStaffActor({ permissions: ['customer.view'] }));
    expect((await history(a.id, clerk)).map((h) => [h.old, h.new, h.reason])).toEqual([[null, null, null], [null, null, null]]);
  });

  it('says what is wrong with a number', async () => {
    const { id } = await aCustomer(bench.db);
    const run = (input: object) => bench.get(AddContactPoint).run(agent, { customerId: id, kind: 'phone', value: '040 555 0101', reason: 'x', ...input });
    await expect(run({ value: '12' })).rejects.toMatchObject({ code: 'contact_point.invalid' });
    await expect(run({ customerId: newId() })).rejects.toMatchObject({ code: 'customer.not_found' });
  });
});
