import { nobody, system, type StaffActor } from '@kaiku/kernel';
import { aStaffActor, openBench, type TestBench } from '@kaiku/testing';
import { CustomersModule } from '../customers.module';
import { AccessInMemoryModule, aCustomer, asStaffRow, aTableOfPlannedContacts, PlannedContactsInTable, StaffTableModule } from '../testing';
import { AddressHashes } from './address-hashes';
import { GiveConsent } from './commands/give-consent';
import { KeepObjections } from './commands/keep-objections';
import { LiftRestriction } from './commands/lift-restriction';
import { LiftSuppression } from './commands/lift-suppression';
import { ObjectToContact } from './commands/object-to-contact';
import { RestrictProcessing } from './commands/restrict-processing';
import { SuppressAddress } from './commands/suppress-address';
import { Unsubscribe } from './commands/unsubscribe';
import { WithdrawConsent } from './commands/withdraw-consent';
import { WithdrawObjection } from './commands/withdraw-objection';
import { MayContact, type ContactQuestion } from './may-contact';
import { UnsubscribeTokens } from './unsubscribe-tokens';

let bench: TestBench;
let agent: StaffActor;
beforeAll(async () => {
  bench = await openBench({ imports: [CustomersModule, AccessInMemoryModule, StaffTableModule], providers: [PlannedContactsInTable] });
  await aTableOfPlannedContacts(bench.db);
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  agent = await asStaffRow(bench.db, aStaffActor());
});

const EMAIL = 'matti@posti.example';
const said = { source: 'phone', evidence: 'Sanoi puhelimessa' } as const;
const bounces = system('bounces');
const matti = (emails = [EMAIL]) => aCustomer(bench.db, { emails }).then(({ id }) => id);
const answer = async (over: Partial<ContactQuestion> = {}) => {
  const got = await bench.database.transaction(() => bench.get(MayContact).decide({ customerId: null, address: EMAIL, purpose: 'service_quality', channel: 'email', legalMode: 'service', ...over }));
  return got.allowed ? 'allowed' : got.reason;
};
const plan = (row: { customerId?: string; hash?: Buffer; purpose?: string; strict?: boolean }) =>
  bench.db.sql('INSERT INTO planned_contact (customer_id, address_hash, purpose, strict) VALUES ($1, $2, $3, $4)', [row.customerId ?? null, row.hash ?? null, row.purpose ?? 'service_quality', row.strict ?? false]);
const states = async () => (await bench.db.sql<{ state: string }>('SELECT state FROM planned_contact ORDER BY id')).map((row) => row.state);
const count = async (table: string) => (await bench.db.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;
const events = async () => (await bench.db.sql<{ name: string }>('SELECT name FROM outbox_event ORDER BY id')).map((row) => row.name);
const pointOf = async (customerId: string) => (await bench.db.sql<{ id: string }>('SELECT contact_point_id AS id FROM customer_contact_point WHERE customer_id = $1', [customerId]))[0]!.id;

describe(ObjectToContact.name, () => {
  it('counts at once, cancels what is planned in the same transaction, tells, and adds no second row', async () => {
    const id = await matti();
    await plan({ customerId: id });
    await plan({ customerId: id, purpose: 'direct_marketing' });
    await bench.get(ObjectToContact).run(agent, { customerId: id, scope: 'surveys', ...said });
    await bench.get(ObjectToContact).run(agent, { customerId: id, scope: 'surveys', ...said });
    expect([await answer({ customerId: id }), await states(), await count('objection'), await events()]).toEqual(['objection', ['objection', 'planned'], 1, ['customer.objected.v1']]);
    expect(await bench.db.sql('SELECT staff_id AS staff, source, evidence, channel FROM objection')).toEqual([{ staff: agent.id, source: 'phone', evidence: 'Sanoi puhelimessa', channel: null }]);
  });

  it('is taken back by itself and in words only, never by a consent', async () => {
    const id = await matti();
    await bench.get(ObjectToContact).run(agent, { customerId: id, scope: 'surveys', ...said });
    await bench.get(GiveConsent).run(agent, { customerId: id, purpose: 'service_quality', ...said });
    expect(await answer({ customerId: id })).toBe('objection');
    await expect(bench.get(WithdrawObjection).run(agent, { customerId: id, scope: 'all', ...said })).rejects.toMatchObject({ code: 'choice.not_in_force' });
    await bench.get(WithdrawObjection).run(agent, { customerId: id, scope: 'surveys', ...said });
    expect(await answer({ customerId: id })).toBe('allowed');
    expect(await count('objection')).toBe(2);
  });

  it('refuses who may not, whom nobody knows, and a door that is not theirs', async () => {
    const id = await matti();
    const input = { customerId: id, scope: 'surveys', ...said };
    await expect(bench.get(ObjectToContact).run(aStaffActor({ permissions: ['customer.view'] }), input)).rejects.toThrow('forbidden');
    await expect(bench.get(ObjectToContact).run(nobody, input)).rejects.toThrow('forbidden');
    await expect(bench.get(ObjectToContact).run(agent, { ...input, customerId: agent.id })).rejects.toMatchObject({ code: 'customer.not_found' });
    await expect(bench.get(ObjectToContact).run(agent, { ...input, source: 'unsubscribe_link' })).rejects.toThrow('forbidden');
    await expect(bench.get(ObjectToContact).run(agent, { ...input, scope: 'everything' })).rejects.toMatchObject({ code: 'input.invalid' });
    expect(await count('objection')).toBe(0);
  });
});

describe(GiveConsent.name, () => {
  it('opens strict mode until it is withdrawn, which cancels only what needed it', async () => {
    const id = await matti();
    const strict = { customerId: id, legalMode: 'strict' } as const;
    expect(await answer(strict)).toBe('no_consent');
    await bench.get(GiveConsent).run(agent, { customerId: id, purpose: 'direct_marketing', ...said });
    expect([await answer(strict), await answer({ ...strict, purpose: 'direct_marketing' })]).toEqual(['allowed', 'allowed']);
    await plan({ customerId: id, strict: true });
    await plan({ customerId: id });
    await bench.get(WithdrawConsent).run(agent, { customerId: id, purpose: 'direct_marketing', source: 'phone' });
    expect([await answer(strict), await states()]).toEqual(['no_consent', ['no_consent', 'planned']]);
    await bench.get(WithdrawConsent).run(agent, { customerId: id, purpose: 'direct_marketing', source: 'phone' });
    expect(await count('consent_event')).toBe(2);
  });

  it('lifts what their own wish had stopped, for what is consented to, and never a bounce or an address they share', async () => {
    const id = await matti();
    const suppress = (cause: string, scope = 'all', address = EMAIL) => bench.get(SuppressAddress).run(bounces, { kind: 'email', address, scope, cause });
    await suppress('complaint');
    await bench.get(GiveConsent).run(agent, { customerId: id, purpose: 'service_quality', ...said });
    expect(await answer({ customerId: id })).toBe('allowed');
    await bench.get(GiveConsent).run(system('import'), { customerId: id, purpose: 'direct_marketing', source: 'import', evidence: 'kanta-asiakkuus' });
    expect(await answer({ customerId: id, purpose: 'direct_marketing' })).toBe('suppressed');
    await suppress('hard_bounce', 'surveys');
    await bench.get(GiveConsent).run(agent, { customerId: id, purpose: 'market_research', ...said });
    expect(await answer({ customerId: id })).toBe('suppressed');
    const shared = await matti(['koti@posti.example']);
    await aCustomer(bench.db, { emails: ['koti@posti.example'] });
    await suppress('unsubscribed', 'surveys', 'koti@posti.example');
    await bench.get(GiveConsent).run(agent, { customerId: shared, purpose: 'service_quality', ...said });
    expect(await answer({ customerId: shared, address: 'koti@posti.example' })).toBe('suppressed');
  });
});

describe(RestrictProcessing.name, () => {
  const flags = async (id: string) => (await bench.db.sql<{ flags: string[] }>('SELECT flags FROM customer WHERE id = $1', [id]))[0]!.flags;

  it('stops everything but replies until every ground is lifted, and the person is told first', async () => {
    const id = await matti();
    await plan({ customerId: id });
    await bench.get(RestrictProcessing).run(agent, { customerId: id, ground: 'accuracy_contested', ...said });
    await bench.get(RestrictProcessing).run(agent, { customerId: id, ground: 'legal_claims', ...said });
    expect([await answer({ customerId: id }), await answer({ customerId: id, purpose: 'customer_service' }), await states(), await flags(id)]).toEqual(['restricted', 'allowed', ['restricted'], ['restricted']]);
    const lift = (ground: string, toldAt: string | null) => bench.get(LiftRestriction).run(agent, { customerId: id, ground, toldAt, source: 'letter', evidence: 'Kirje' });
    await expect(lift('legal_claims', null)).rejects.toMatchObject({ code: 'restriction.not_told' });
    await expect(lift('legal_claims', new Date(bench.clock.now().getTime() + 1000).toISOString())).rejects.toMatchObject({ code: 'restriction.not_told' });
    await expect(lift('objection_pending', bench.clock.now().toISOString())).rejects.toMatchObject({ code: 'choice.not_in_force' });
    await lift('legal_claims', bench.clock.now().toISOString());
    expect(await flags(id)).toEqual(['restricted']);
    await lift('accuracy_contested', bench.clock.now().toISOString());
    expect([await flags(id), await answer({ customerId: id }), await count('restriction')]).toEqual([[], 'allowed', 4]);
    expect(await bench.db.sql(`SELECT old_value, new_value FROM customer_change WHERE field = 'flags' ORDER BY id`)).toEqual([{ old_value: null, new_value: 'restricted' }, { old_value: 'restricted', new_value: null }]);
  });
});

describe(SuppressAddress.name, () => {
  it('stops an address whoever has it, cancels what is planned to it, and only somebody with a name lifts it', async () => {
    const id = await matti();
    await plan({ hash: bench.get(AddressHashes).of('email', EMAIL) });
    await bench.get(SuppressAddress).run(bounces, { kind: 'email', address: ' MATTI@posti.example', scope: 'surveys', cause: 'hard_bounce', evidence: '5.1.1' });
    await bench.get(SuppressAddress).run(bounces, { kind: 'email', address: EMAIL, scope: 'surveys', cause: 'hard_bounce', evidence: '5.1.1' });
    expect([await answer({ customerId: id }), await answer(), await states(), await count('contact_suppression')]).toEqual(['suppressed', 'suppressed', ['suppressed'], 1]);
    const lift = { customerId: id, contactPointId: await pointOf(id), reason: 'Postilaatikko toimii taas' };
    await expect(bench.get(LiftSuppression).run(bounces, lift)).rejects.toThrow('forbidden');
    await expect(bench.get(LiftSuppression).run(agent, { ...lift, reason: ' ' })).rejects.toMatchObject({ code: 'input.invalid' });
    await bench.get(LiftSuppression).run(agent, lift);
    expect(await answer({ customerId: id })).toBe('allowed');
    await expect(bench.get(LiftSuppression).run(agent, lift)).rejects.toMatchObject({ code: 'choice.not_in_force' });
    await bench.get(SuppressAddress).run(agent, { ...lift, scope: 'all' });
    expect(await answer({ customerId: id })).toBe('suppressed');
  });
});

describe(KeepObjections.name, () => {
  it('P-24 leaves an address alone that comes back after its person was erased, without their words', async () => {
    const id = await matti();
    await bench.get(ObjectToContact).run(agent, { customerId: id, scope: 'all', ...said });
    const erasing = system('erasure');
    expect([await bench.get(KeepObjections).run(erasing, { customerId: id }), await bench.get(KeepObjections).run(erasing, { customerId: id })]).toEqual([{ kept: 1 }, { kept: 0 }]);
    await expect(bench.get(KeepObjections).run(agent, { customerId: id })).rejects.toThrow('forbidden');
    await bench.db.sql('DELETE FROM objection WHERE customer_id IS NOT NULL; DELETE FROM customer_contact_point; DELETE FROM contact_point; DELETE FROM customer');
    const again = await matti();
    expect([await answer({ customerId: again }), await answer({ customerId: again, purpose: 'direct_marketing' })]).toEqual(['objection', 'objection']);
    expect(await bench.db.sql('SELECT evidence, source, staff_id FROM objection')).toEqual([{ evidence: null, source: 'system', staff_id: null }]);
  });
});

describe(Unsubscribe.name, () => {
  const token = (customerId: string | null, purpose: 'service_quality' | 'market_research' = 'service_quality') => bench.get(UnsubscribeTokens).issue({ customerId, kind: 'email', address: EMAIL, purpose }, bench.clock.now());
  const follow = (text: string, scope?: string) => bench.get(Unsubscribe).run(nobody, { token: text, scope });

  it('A-06 objects for the person and the address at once, and a second time changes nothing', async () => {
    const id = await matti();
    await plan({ customerId: id });
    const link = token(id);
    expect(await follow(link)).toEqual({ scope: 'surveys' });
    await follow(link);
    expect([await answer({ customerId: id }), await states(), await count('objection'), await count('contact_suppression')]).toEqual(['objection', ['objection'], 2, 1]);
    expect(await answer({ customerId: id, address: 'toinen@posti.example' })).toBe('objection');
    expect(await bench.db.sql('SELECT DISTINCT source, staff_id FROM objection')).toEqual([{ source: 'unsubscribe_link', staff_id: null }]);
  });

  it.each([['this_kind', 'allowed', 'objection', 'no_consent'], ['surveys', 'objection', 'objection', 'no_consent'], ['all', 'objection', 'objection', 'objection']])('stops %s and nothing more', async (scope, quality, research, marketing) => {
    const id = await matti();
    await follow(token(id, 'market_research'), scope);
    expect([await answer({ customerId: id }), await answer({ customerId: id, purpose: 'market_research' }), await answer({ customerId: id, purpose: 'direct_marketing' }), await answer({ customerId: id, purpose: 'customer_service' })]).toEqual([quality, research, marketing, 'allowed']);
  });

  it('A-38 works after the customer is erased, and an address that an import brings back is still left alone', async () => {
    const id = await matti();
    const link = token(id);
    await bench.db.sql('DELETE FROM customer_contact_point; DELETE FROM contact_point; DELETE FROM customer');
    expect(await follow(link, 'surveys')).toEqual({ scope: 'surveys' });
    const again = await matti();
    expect([await answer({ customerId: again }), await count('objection')]).toEqual(['objection', 1]);
    expect((await bench.db.sql<{ text: string }>(`SELECT o::text AS text FROM objection o UNION ALL SELECT s::text FROM contact_suppression s`)).some((row) => row.text.includes('posti'))).toBe(false);
  });

  it('takes five years, and nothing that is changed, cut, foreign or older', async () => {
    const link = token(await matti());
    const changed = link.slice(0, 30) + (link[30] === 'A' ? 'B' : 'A') + link.slice(31);
    for (const bad of [changed, link.slice(1), `${link}A`, '', `${link}=`, 'A'.repeat(92), '\u0000']) await expect(follow(bad)).rejects.toMatchObject({ code: 'unsubscribe.link_invalid' });
    const issued = bench.clock.now();
    expect(bench.get(UnsubscribeTokens).read(link, new Date(issued.getTime() + 1826 * 86_400_000))).not.toBeNull();
    expect(bench.get(UnsubscribeTokens).read(link, new Date(issued.getTime() + 1829 * 86_400_000))).toBeNull();
    expect(await count('objection')).toBe(0);
  });
});
