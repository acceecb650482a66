import { newId, system, viewerOf, type StaffActor } from '@kaiku/kernel';
import { aStaffActor, openBench, type TestBench } from '@kaiku/testing';
import { CustomersModule } from '../customers.module';
import { AccessInMemory, AccessInMemoryModule, aCustomer, asStaffRow, StaffTableModule } from '../testing';
import { GiveConsent } from './commands/give-consent';
import { ObjectToContact } from './commands/object-to-contact';
import { SuppressAddress } from './commands/suppress-address';
import { Unsubscribe } from './commands/unsubscribe';
import { ContactChoicesQueries } from './contact-choices.queries';
import { UnsubscribeTokens } from './unsubscribe-tokens';

let bench: TestBench;
let agent: StaffActor;
beforeAll(async () => {
  bench = await openBench({ imports: [CustomersModule, AccessInMemoryModule, StaffTableModule] });
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  bench.get(AccessInMemory).records.length = 0;
  agent = await asStaffRow(bench.db, aStaffActor());
});

const read = async (id: string, actor: StaffActor = agent) => (await bench.get(ContactChoicesQueries).byIds(viewerOf(actor), [id])).get(id);
const outlook = async (id: string) => Object.fromEntries((await read(id))!.outlook.map(({ purpose, answer }) => [purpose, answer.allowed ? 'allowed' : answer.reason]));
const said = { source: 'phone', evidence: 'Sanoi puhelimessa' } as const;

describe(ContactChoicesQueries.name, () => {
  it('shows what stands and what would go, and records the reading', async () => {
    const { id, logKey } = await aCustomer(bench.db, { emails: ['matti@posti.example'] });
    expect(await read(id)).toMatchObject({ consents: [], objections: [], restrictions: [], suppressions: [], maskedFields: [] });
    expect(await outlook(id)).toEqual({ service_quality: 'allowed', market_research: 'no_consent', opinion_research: 'no_consent', direct_marketing: 'no_consent' });
    await bench.get(GiveConsent).run(agent, { customerId: id, purpose: 'direct_marketing', ...said });
    await bench.get(ObjectToContact).run(agent, { customerId: id, scope: 'market_research', ...said });
    expect(await read(id)).toMatchObject({
      consents: [{ purpose: 'direct_marketing', basis: 'consent', channel: null, source: 'phone', evidence: 'Sanoi puhelimessa', staffId: agent.id, since: expect.any(String) }],
      objections: [{ scope: 'market_research', contactPointId: null }],
    });
    expect(await outlook(id)).toEqual({ service_quality: 'allowed', market_research: 'objection', opinion_research: 'allowed', direct_marketing: 'allowed' });
    expect(bench.get(AccessInMemory).records[0]).toMatchObject({ actorId: agent.id, objectKind: 'contact_choices', objectIds: [id], subjectKeys: [logKey], mode: 'incidental' });
  });

  it('names the address that a choice came from, and looks to another that still takes mail', async () => {
    const { id } = await aCustomer(bench.db, { emails: ['matti@posti.example', 'matti@tyo.example'] });
    const token = bench.get(UnsubscribeTokens).issue({ customerId: null, kind: 'email', address: 'matti@posti.example', purpose: 'service_quality' }, bench.clock.now());
    await bench.get(Unsubscribe).run(system('page'), { token });
    const point = (await bench.db.sql<{ id: string }>(`SELECT id FROM contact_point WHERE value = 'matti@posti.example'`))[0]!.id;
    expect(await read(id)).toMatchObject({ objections: [{ scope: 'surveys', contactPointId: point, source: 'unsubscribe_link' }], suppressions: [{ scope: 'surveys', cause: 'unsubscribed', contactPointId: point, source: null }] });
    expect(await outlook(id)).toMatchObject({ service_quality: 'allowed' });
    await bench.get(SuppressAddress).run(system('bounces'), { kind: 'email', address: 'matti@tyo.example', scope: 'surveys', cause: 'hard_bounce' });
    expect(await outlook(id)).toMatchObject({ service_quality: 'suppressed' });
  });

  it('hides the words of what was said where details are hidden, and everything from who sees no customers', async () => {
    const { id } = await aCustomer(bench.db, { flags: ['safety_ban'] });
    await bench.get(ObjectToContact).run(agent, { customerId: id, scope: 'all', ...said });
    const clerk = aStaffActor({ permissions: ['customer.view', 'customer.view_details'] });
    expect(await read(id, clerk)).toMatchObject({ objections: [{ evidence: null }], maskedFields: ['evidence'] });
    for (const [actor, which] of [[aStaffActor({ permissions: ['staff.manage'] }), id], [agent, newId()], [agent, 'x']] as const) expect(await read(which, actor)).toBeUndefined();
  });
});
