import { definedEvents, definedJobs } from '@kaiku/kernel';
import { z } from 'zod';
import { jobsHaveOneHandler, payloadsCarryIdsOnly } from './rules/jobs-and-events';
import { loadAll } from './support/load';
import { planted, serverSources } from './support/sources';
import { expectCaught, expectHeld } from './support/verdict';

describe('jobs and events', () => {
  it('have one handler and one definition each', () => expectHeld(jobsHaveOneHandler(serverSources())));

  it('without a handler, with two, or named twice are seen', () => {
    const bad = planted('libs/tickets/src/jobs/bad.job.ts', `
      export const Lonely = defineJob({ name: 'tickets.lonely', queue: 'upkeep', schema });
      export const Torn = defineJob({ name: 'tickets.torn', queue: 'upkeep', schema });
      export const Fine = defineJob({ name: 'tickets.fine', queue: 'upkeep', schema });
      export const Again = defineJob({ name: 'tickets.fine', queue: 'upkeep', schema });
      export const A = defineEvent('ticket.a.v1', schema); export const B = defineEvent('ticket.a.v1', schema);
      @Handles(Torn) class One {} @Handles(Torn) class Two {} @Handles(Fine) class Three {} @Handles(Again) class Four {} @Handles(Ghost) class Five {}`);
    expectCaught(jobsHaveOneHandler([bad]), /tickets.lonely: 0 handlers/, /tickets.torn: 2 handlers/, /tickets.fine: defined twice/, /ticket.a.v1: defined twice/, /Ghost, which nobody defines/);
  });

  it('carry ids, numbers and codes', () => {
    loadAll('.events.ts', '.jobs.ts', '.job.ts');
    expectHeld(payloadsCarryIdsOnly('events', definedEvents()));
    expectHeld(payloadsCarryIdsOnly('jobs', definedJobs()));
  });

  it('that could carry text are seen', () => {
    const payload = z.object({ ticketId: z.uuid(), version: z.number(), state: z.enum(['a', 'b']), code: z.string().max(40), changed: z.array(z.string()), actorId: z.uuid().nullable(), subject: z.string(), extra: z.record(z.string(), z.unknown()) });
    expectCaught(payloadsCarryIdsOnly('planted', [{ name: 'x.y.v1', schema: payload }]), /changed\[\] takes any text/, /subject takes any text/, /extra takes unknown keys|extra\.\* takes/);
  });
});
