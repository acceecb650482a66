import { system } from '@kaiku/kernel';
import { openBench, type TestBench } from '@kaiku/testing';
import { CustomersModule } from '../customers.module';
import { AccessInMemoryModule, aCustomer, aTableOfPlannedContacts, PlannedContactsInTable, StaffTableModule } from '../testing';
import { ObjectToContact } from './commands/object-to-contact';
import { MayContact } from './may-contact';

let bench: TestBench;
let contacts: PlannedContactsInTable;
beforeAll(async () => {
  bench = await openBench({ imports: [CustomersModule, AccessInMemoryModule, StaffTableModule], providers: [PlannedContactsInTable] });
  await aTableOfPlannedContacts(bench.db);
  contacts = bench.get(PlannedContactsInTable);
});
afterAll(() => bench.close());
beforeEach(() => bench.db.clear());

const RACES = 200;
const EMAIL = 'matti@posti.example';

/** A door that one side opens and the other waits behind. */
const gate = () => {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};
const planned = async (customerId: string) => bench.db.sql(`INSERT INTO planned_contact (customer_id, purpose) VALUES ($1, 'service_quality')`, [customerId]);
const stateOf = async (customerId: string) => (await bench.db.sql<{ state: string }>('SELECT state FROM planned_contact WHERE customer_id = $1', [customerId]))[0]!.state;
const object = (customerId: string) => bench.get(ObjectToContact).run(system('survey page'), { customerId, scope: 'surveys', source: 'survey_page' });

/** What a sender does: ask, and claim in the same transaction; `decided` runs between the two. */
const send = (customerId: string, decided: () => Promise<void> = () => Promise.resolve()): Promise<string> =>
  bench.database.transaction(async () => {
    const answer = await bench.get(MayContact).decide({ customerId, address: EMAIL, purpose: 'service_quality', channel: 'email', legalMode: 'service' });
    await decided();
    if (!answer.allowed) return answer.reason;
    return (await contacts.claim(customerId)) ? 'claimed' : 'gone';
  });

/** Until the other side stands before a lock, or is through: what it would do without one. */
async function waitsOrEnds(other: Promise<unknown>): Promise<'waits' | 'ended'> {
  let ended = false;
  void other.finally(() => (ended = true)).catch(() => undefined);
  for (;;) {
    const [row] = await bench.db.sql<{ waiting: number }>(`SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
    if (row!.waiting > 0) return 'waits';
    if (ended) return 'ended';
  }
}

describe('A-08 SV-I8 PR-J4 an objection against a claim', () => {
  it(`lets no claim pass an objection that is committing, in ${RACES} races`, async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < RACES; i++) {
      const { id } = await aCustomer(bench.db);
      await planned(id);
      const [written, commit] = [gate(), gate()];
      contacts.beforeCommit = () => (written.open(), commit.opened);
      const objection = object(id);
      await written.opened;
      const claim = send(id);
      const met = await waitsOrEnds(claim);
      commit.open();
      await objection;
      outcomes.push(`${met} ${await claim} ${await stateOf(id)}`);
    }
    expect(new Set(outcomes)).toEqual(new Set(['waits objection objection']));
    expect(outcomes).toHaveLength(RACES);
  }, 120_000);

  it(`lets an objection that comes while a claim decides wait for it, and nothing is claimed after, in ${RACES} races`, async () => {
    contacts.beforeCommit = () => Promise.resolve();
    const outcomes: string[] = [];
    for (let i = 0; i < RACES; i++) {
      const { id } = await aCustomer(bench.db);
      await planned(id);
      const [decided, goOn] = [gate(), gate()];
      const claim = send(id, () => (decided.open(), goOn.opened));
      await decided.opened;
      const objection = object(id);
      const met = await waitsOrEnds(objection);
      goOn.open();
      const claimed = await claim;
      await objection;
      outcomes.push(`${met} ${claimed} ${await stateOf(id)} ${await send(id)}`);
    }
    // Claimed before the objection's commit, never after it.
    expect(new Set(outcomes)).toEqual(new Set(['waits claimed sending objection']));
  }, 120_000);
});
