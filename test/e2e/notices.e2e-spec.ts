import { Test, type TestingModule } from '@nestjs/testing';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import type { StaffActor } from '@kaiku/kernel';
import { PlatformModule } from '@kaiku/platform';
import { SmtpSink, testConfig } from '@kaiku/testing';
import { AssignTicket, TicketsModule } from '@kaiku/tickets';
import { aTicket, staffIn } from '@kaiku/tickets/testing';
import { Desk, eventually, stores } from '../support/desk';

const TEAM = '00000000-0000-7000-8000-000000000001';

describe.each(stores)('jobs@%s notices to colleagues', (store) => {
  let sink: SmtpSink;
  let desk: Desk;
  let office: TestingModule;
  let juha: StaffActor;

  beforeAll(async () => {
    sink = new SmtpSink();
    await sink.listen();
    desk = await Desk.start({ store, api: false, smtpUrl: sink.url, env: { KAIKU_LEASE_SECONDS: '2' } });
    office = await Test.createTestingModule({ imports: [PlatformModule.for(testConfig(desk.db.url, { KAIKU_DATA: desk.data })), AccessInMemoryModule, TicketsModule] }).compile();
    await office.init();
    juha = await staffIn(desk.db, [TEAM], { name: 'Juha Heikkinen' });
  });
  afterAll(async () => {
    await office?.close();
    await desk?.stop();
    await sink?.close();
  });
  beforeEach(() => {
    sink.onDot = () => true;
  });

  /** Juha gives a ticket to a colleague who asks for mail and is never in quiet hours. */
  async function given() {
    const liisa = await staffIn(desk.db, [TEAM]);
    await desk.db.sql(`INSERT INTO notice_preference VALUES ($1, 'assigned', 'mail', true)`, [liisa.id]);
    await desk.db.sql('INSERT INTO quiet_hours VALUES ($1, 0, 0)', [liisa.id]);
    const ticket = await aTicket(desk.db, { teamId: TEAM, subject: 'Kissanruoka' });
    await office.get(AssignTicket).run(juha, { ticketId: ticket.id, expectedVersion: 1, assigneeId: liisa.id });
    return {
      ticket,
      notices: () => desk.db.sql('SELECT cause, ticket_number FROM notice WHERE staff_id = $1', [liisa.id]),
      becomes: (state: string) => eventually(`the mail ${state}`, async () => (await desk.db.sql('SELECT 1 FROM notice_delivery d JOIN notice n ON n.id = d.notice_id WHERE n.staff_id = $1 AND d.state = $2', [liisa.id, state])).length === 1),
      arrivals: () => sink.arrivals.filter((a) => a.recipients.includes(`${liisa.id}@lumo.example`)),
    };
  }

  test('who is given a ticket has a line and one mail, which says number and link', async () => {
    const { ticket, notices, becomes, arrivals } = await given();
    await becomes('sent');
    expect(await notices()).toEqual([{ cause: 'assigned', ticket_number: ticket.number }]);
    expect(arrivals()).toHaveLength(1);
    expect(arrivals()[0]!.raw).toMatch(new RegExp(`^Subject: Ticket ${ticket.number} was assigned to you`, 'm'));
    expect(arrivals()[0]!.raw).toMatch(new RegExp(`/t/${ticket.number}`));
    expect(arrivals()[0]!.raw).not.toMatch(/Kissanruoka/);
  });

  test('a worker killed at the final dot loses nothing: the same mail goes again, under the same id', async () => {
    let killed: Promise<void> | undefined;
    sink.onDot = () => {
      sink.onDot = () => true;
      killed = desk.kill(desk.worker);
      return false;
    };
    const { notices, becomes, arrivals } = await given();
    await eventually('the kill', async () => killed !== undefined);
    await killed;
    await desk.startWorker();
    await becomes('sent');
    expect(await notices()).toHaveLength(1);
    expect(arrivals()).toHaveLength(2);
    expect(new Set(arrivals().map((a) => a.messageId)).size).toBe(1);
    expect(new Set(arrivals().map((a) => a.sha256)).size).toBe(1);
  });

  test('a queue store that is emptied delays it by a sweep and loses nothing', async () => {
    const all = [];
    for (let i = 0; i < 5; i++) all.push(await given());
    await desk.flushQueues();
    for (const { notices } of all) await eventually('the notice', async () => (await notices()).length === 1);
    for (const { becomes, arrivals } of all) {
      await becomes('sent');
      expect(arrivals()).toHaveLength(1);
    }
  });
});
