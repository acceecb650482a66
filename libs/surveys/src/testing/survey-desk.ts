import { Module } from '@nestjs/common';
import { AccessInMemoryModule, aCustomer } from '@kaiku/customers/testing';
import { openBench, SmtpSink, type TestBench } from '@kaiku/testing';
import { CaseMail, type CaseSender } from '@kaiku/tickets';
import { aTicket } from '@kaiku/tickets/testing';
import { DueUnknownInvitations, ResolveUnknownInvitationHandler } from '../jobs/resolve-unknown.job';
import { DueInvitations, SendInvitationHandler } from '../jobs/send.job';
import { SurveysWorkerModule } from '../surveys.worker.module';

/** One mailbox for everything. */
class OneMailbox extends CaseMail {
  async senderOf(ticketId: string): Promise<CaseSender> {
    return { name: 'Lumo', address: 'help@lumo.example', replyTo: `reply+${ticketId.replaceAll('-', '')}@lumo.example` };
  }
}
@Module({ providers: [{ provide: CaseMail, useClass: OneMailbox }], exports: [CaseMail] })
class OneMailboxModule {}

/** The sending side on a database and a mail server of its own. */
export interface SurveyDesk extends TestBench {
  readonly sink: SmtpSink;
  /** A customer with a solved ticket that we have answered, and the version that solved it. */
  solved(given?: { email?: string; customerId?: string; language?: 'fi' | 'sv' | 'en'; kind?: 'question' | 'complaint'; solvedAt?: string }): Promise<{ ticketId: string; customerId: string; version: number; teamId: string }>;
  /** Claims what is due and runs each job. @param times how often each is run @returns the outcomes of the first runs */
  send(times?: number): Promise<string[]>;
  resolve(): Promise<string[]>;
  states(): Promise<{ state: string; reason: string | null }[]>;
  clear(): Promise<void>;
}

let people = 0;

/** @param lookup whether the relay can be asked what it has seen */
export async function openSurveyDesk(lookup = true, overrides: Record<string, string> = {}): Promise<SurveyDesk> {
  const sink = new SmtpSink();
  await sink.listen();
  const bench = await openBench({ imports: [AccessInMemoryModule, OneMailboxModule, SurveysWorkerModule] }, { SMTP_URL: sink.url, ...(lookup ? { KAIKU_SMTP_LOOKUP_URL: sink.lookupUrl } : {}), ...overrides });
  const { db } = bench;
  return {
    ...bench,
    get: bench.get,
    sink,
    async solved(given = {}) {
      const email = given.email ?? `asiakas${++people}@kotiposti.example`;
      const customerId = given.customerId ?? (await aCustomer(db, { emails: [email] })).id;
      const ticket = await aTicket(db, { customerId, status: 'solved', language: given.language, kind: given.kind, solvedAt: given.solvedAt ?? bench.clock.now().toISOString(), hasHumanReply: true });
      const version = 3;
      await db.sql(`UPDATE ticket SET version = $2, field_versions = $3 WHERE id = $1`, [ticket.id, version, JSON.stringify({ status: { version, by: null } })]);
      return { ticketId: ticket.id, customerId, version, teamId: ticket.teamId };
    },
    async send(times = 1) {
      const outcomes: string[] = [];
      for (const row of await bench.get(DueInvitations).claim(500)) {
        for (let i = 0; i < times; i++) {
          const outcome = await bench.get(SendInvitationHandler).run(row);
          if (i === 0) outcomes.push(outcome);
        }
      }
      return outcomes;
    },
    async resolve() {
      const outcomes: string[] = [];
      for (const row of await bench.get(DueUnknownInvitations).claim(500)) outcomes.push(await bench.get(ResolveUnknownInvitationHandler).run(row));
      return outcomes;
    },
    states: () => db.sql('SELECT state, reason FROM survey_invitation ORDER BY created_at, id'),
    async clear() {
      await db.clear();
      sink.arrivals.length = 0;
      sink.mode = 'ok';
      sink.onDot = () => true;
      bench.clock.set('2026-11-23T09:00:00.000Z');
    },
    async close() {
      await bench.close();
      await sink.close();
    },
  };
}
