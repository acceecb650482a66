import { Test, type TestingModule } from '@nestjs/testing';
import { ConversationsModule, SendReply } from '@kaiku/conversations';
import { rawMail } from '@kaiku/conversations/testing';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { newId, type StaffActor } from '@kaiku/kernel';
import { PlatformModule } from '@kaiku/platform';
import { SmtpSink, testConfig } from '@kaiku/testing';
import { staffIn } from '@kaiku/tickets/testing';
import { Desk, eventually, stores } from '../support/desk';
import { offerMail } from '../support/smtp-client';


const BOX = 'asiakaspalvelu@lumo.example';
const TEAM = '00000000-0000-7000-8000-000000000001';

describe.each(stores)('jobs@%s mail going out', (store) => {
  describe.each([
    ['without a look-up', false],
    ['with a look-up at the relay', true],
  ])('%s', (_name, lookup) => {
    let sink: SmtpSink;
    let desk: Desk;
    let office: TestingModule;
    let juha: StaffActor;

    beforeAll(async () => {
      sink = new SmtpSink();
      await sink.listen();
      desk = await Desk.start({ store, api: false, smtpUrl: sink.url, env: { KAIKU_LEASE_SECONDS: '2', KAIKU_SMTP_DOT_SECONDS: '3', ...(lookup ? { KAIKU_SMTP_LOOKUP_URL: sink.lookupUrl } : {}) } });
      office = await Test.createTestingModule({ imports: [PlatformModule.for(testConfig(desk.db.url, { KAIKU_SECRET: 'desk-secret-desk-secret-desk-secret-desk', KAIKU_DATA: desk.data })), AccessInMemoryModule, ConversationsModule] }).compile();
      await office.init();
      juha = await staffIn(desk.db, [TEAM], { name: 'Juha Heikkinen' });
    });
    afterAll(async () => {
      await office.close();
      await desk.stop();
      await sink.close();
    });
    beforeEach(() => {
      sink.mode = 'ok';
      sink.onDot = () => true;
      sink.onAccepted = () => undefined;
      sink.refused.clear();
    });

    /** A customer's mail, answered at once by Juha; gives the state of the answer and what reached the relay. */
    async function answer(subject: string, over: Record<string, unknown> = {}) {
      const address = `${newId()}@posti.example`;
      await offerMail(desk.smtpPort, rawMail({ subject, from: `Maija <${address}>` }), [BOX]);
      const ticket = await eventually('the ticket', async () => (await desk.db.sql<{ id: string; last_entry_id: string }>('SELECT id, last_entry_id FROM ticket WHERE subject = $1', [subject]))[0]);
      await eventually('the acknowledgement', async () => (await desk.db.sql(`SELECT 1 FROM outbound_message WHERE ticket_id = $1 AND state = 'sent'`, [ticket.id])).length === 1);
      return async () => {
        const entryId = await office.get(SendReply).run(juha, { idempotencyKey: newId(), ticketId: ticket.id, lastSeenEntryId: ticket.last_entry_id, text: 'Hei, selvitämme asian.', thenStatus: 'waiting_customer', ...over }, 0);
        const row = async () => (await desk.db.sql<{ state: string; rfc_message_id: string; recipients: { address: string; outcome?: string }[]; tries: number }>('SELECT * FROM outbound_message WHERE entry_id = $1', [entryId]))[0]!;
        return {
          address,
          ticketId: ticket.id,
          row,
          becomes: (state: string) => eventually(`state ${state}`, async () => (await row()).state === state),
          arrivals: () => sink.arrivals.filter((a) => a.recipients.includes(address) && /selvit/.test(a.raw)),
        };
      };
    }

    test('an answer is sent once, in the same thread, with our signed id', async () => {
      const reply = await (await answer('Tavallinen'))();
      await reply.becomes('sent');
      const [mail, ...more] = reply.arrivals();
      expect(more).toHaveLength(0);
      const head = mail!.raw.slice(0, mail!.raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
      expect(head).toMatch(/^In-Reply-To: <.+@posti\.example>/im);
      expect(head).toMatch(/^References: <.+@posti\.example>/im);
      expect(head).toMatch(/^Reply-To: .*reply\+[0-9a-z]{42}@lumo\.example/im);
      expect(head).not.toMatch(/^Auto-Submitted:/im);
      expect(mail!.messageId).toBe((await reply.row()).rfc_message_id);
    });

    test('F03 killed after the final dot and before the 250', async () => {
      const send = await answer('F03');
      let killed: Promise<void> | undefined;
      sink.onDot = () => {
        sink.onDot = () => true;
        killed = desk.kill(desk.worker);
        return false;
      };
      const reply = await send();
      await eventually('the kill', async () => killed !== undefined);
      await killed;
      expect((await reply.row()).state).toBe('dot_sent');
      await desk.startWorker();
      await reply.becomes('sent');
      // The relay took it and could not say so: a look-up knows; without one a reply goes again under the same id.
      expect(reply.arrivals()).toHaveLength(lookup ? 1 : 2);
      expect(new Set(reply.arrivals().map((a) => a.messageId)).size).toBe(1);
    });

    test('F04 killed after the 250 has left and before it is written down', async () => {
      const send = await answer('F04');
      let killed: Promise<void> | undefined;
      sink.onAccepted = () => {
        sink.onAccepted = () => undefined;
        killed = desk.kill(desk.worker);
      };
      const reply = await send();
      await eventually('the kill', async () => killed !== undefined);
      await killed;
      await desk.startWorker();
      await reply.becomes('sent');
      expect(reply.arrivals().length).toBeLessThanOrEqual(lookup ? 1 : 2);
      expect(new Set(reply.arrivals().map((a) => a.messageId)).size).toBe(1);
    });

    test('F05 the relay drops the line after the dot: unknown, not an ordinary retry', async () => {
      const send = await answer('F05');
      sink.mode = 'drop-after-dot';
      const reply = await send();
      await eventually('the arrival', async () => reply.arrivals().length > 0);
      sink.mode = 'ok';
      await reply.becomes('sent');
      expect(reply.arrivals()).toHaveLength(lookup ? 1 : 2);
    });

    test('F06 a relay that hangs after the dot holds up nobody else', async () => {
      const slow = await answer('F06 hidas');
      const quick = await answer('F06 nopea');
      sink.mode = 'hang-after-dot';
      const hanging = await slow();
      await eventually('the hanging mail', async () => hanging.arrivals().length > 0);
      sink.mode = 'ok';
      const other = await quick();
      await other.becomes('sent');
      await hanging.becomes('sent');
      expect(hanging.arrivals()).toHaveLength(lookup ? 1 : 2);
    });

    test('F08 one of two recipients is refused: the other is written to once, and it shows who was not', async () => {
      const send = await answer('F08', { cc: ['ei.ole@posti.example'] });
      sink.mode = '550-rcpt';
      sink.refused.add('ei.ole@posti.example');
      const reply = await send();
      await reply.becomes('sent');
      expect((await reply.row()).recipients.map((r) => r.outcome)).toEqual(['sent', 'failed']);
      expect(reply.arrivals()).toHaveLength(1);
    });

    test('a refusal for good comes back to its author: the ticket is open and unanswered again', async () => {
      const send = await answer('Pysyvästi torjuttu');
      sink.mode = '550-rcpt';
      const reply = await send();
      sink.refused.add(reply.address);
      await reply.becomes('failed');
      expect(await desk.db.sql('SELECT status, has_human_reply FROM ticket WHERE id = $1', [reply.ticketId])).toEqual([{ status: 'open', has_human_reply: false }]);
    });

    test('F11 the queue store is emptied while an answer waits: it is sent all the same, once', async () => {
      const send = await answer('Tyhjennetty');
      sink.mode = '421-greeting';
      const reply = await send();
      await eventually('a first try', async () => (await reply.row()).state === 'queued' && (await reply.row()).tries > 0);
      await desk.flushQueues();
      sink.mode = 'ok';
      await desk.db.sql('UPDATE outbound_message SET next_try_at = now() WHERE entry_id IS NOT NULL AND state = $1', ['queued']);
      await reply.becomes('sent');
      expect(reply.arrivals()).toHaveLength(1);
    });
  });
});
