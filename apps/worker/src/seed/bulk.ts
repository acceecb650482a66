import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ImaginedClocks } from '@kaiku/deadlines';
import { Clock } from '@kaiku/kernel';
import { makeCustomer, type SeededCustomer } from './make-customer';
import { makeTicket, type SeededTeam } from './make-ticket';
import { somePerson } from './people';
import { Random } from './random';
import { RowBatch } from './rows';
import type { KnownTeam, SeedRowsRepository } from './seed-rows.repository';
import { SeedTransaction } from './seed-transaction';

const SOURCE = 'seed';
const TEAMS = 20;
const PER_TEAM = 3;
const [DAY, YEARS] = [86_400_000, 3 * 365 * 86_400_000];
const OPEN_SHARE = 0.02;
const TICKETS_PER_CUSTOMER = 5;
/** Customers or tickets in one round of writing. */
const AT_ONCE = 500;
const TEAM_NAMES = [
  'Asiakaspalvelu', 'Tuoteturvallisuus', 'Verkkokauppa', 'Toimitukset', 'Palautukset', 'Kanta-asiakkaat', 'Laskutus', 'Puhelinpalvelu', 'Kundservice', 'Customer service', 'Helsinki', 'Espoo', 'Tampere', 'Turku', 'Oulu',
  'Vaasa', 'Porvoo', 'Kuopio', 'Mariehamn', 'Yritysmyynti',
];

export interface BulkSize {
  readonly tickets: number;
  /** The same seed makes the same data on the same database. */
  readonly seed?: string;
}
export interface BulkMade {
  readonly customers: number;
  readonly tickets: number;
  readonly teams: number;
}

/** Fills a database with years of work: customers and tickets as if the desk had been there, in one transaction, beside what is there already. */
@Injectable()
export class Bulk {
  constructor(
    private readonly transaction: SeedTransaction,
    private readonly clocks: ImaginedClocks,
    private readonly clock: Clock,
  ) {}

  /** @param told how much is done, 0 to 1, from time to time */
  run(size: BulkSize, told: (done: number) => void): Promise<BulkMade> {
    return this.transaction.run((rows) => this.fill(rows, size, told));
  }

  private async fill(rows: SeedRowsRepository, { tickets, seed = 'lumo' }: BulkSize, told: (done: number) => void): Promise<BulkMade> {
    await rows.lock();
    const now = this.clock.now().getTime();
    const before = await rows.customersOf(SOURCE);
    const random = new Random(`${seed}-${before}`);
    const writing = new Writing(rows, told);
    const teams = this.teams(await rows.teams(), random, now, writing.batch);
    const people: SeededCustomer[] = [];
    const wanted = Math.ceil(tickets / TICKETS_PER_CUSTOMER);
    for (let n = 0; n < wanted; n++) {
      people.push(makeCustomer(random, before + n, SOURCE, now, writing.batch));
      if (n % AT_ONCE === AT_ONCE - 1) await writing.next(n / wanted / 8);
    }
    await writing.next(1 / 8);
    const clocks = await this.clocks.begin();
    for (const [i, { at, open }] of momentsOf(random, tickets, now).entries()) {
      makeTicket(random, { at, open, team: random.of(teams), customer: random.chance(0.96) ? random.of(people) : null }, now, clocks, writing.batch);
      if (i % AT_ONCE === AT_ONCE - 1) await writing.next(1 / 8 + (i / tickets) * (7 / 8));
    }
    await writing.next(1);
    await writing.end();
    return { customers: people.length, tickets, teams: teams.length };
  }

  /** The teams that are there, and as many more as make twenty. Made accounts have no password: nobody can sign in with them. */
  private teams(known: readonly KnownTeam[], random: Random, now: number, batch: RowBatch): SeededTeam[] {
    const at = new Date(now - YEARS).toISOString();
    const names = TEAM_NAMES.filter((name) => !known.some((team) => team.name === name)).slice(0, Math.max(0, TEAMS - known.length));
    const all = [...known.map(({ id, staff }) => ({ id, staff })), ...names.map((name) => ({ id: random.idAt(now - YEARS), name, staff: [] }))];
    return all.map((team) => {
      if ('name' in team) batch.add('team', { id: team.id, name: team.name, created_at: at });
      const staff: { id: string; name: string }[] = [...team.staff];
      while (staff.length < PER_TEAM) {
        const id = random.idAt(now - YEARS);
        const person = somePerson(random);
        const name = `${person.firstName} ${person.lastName}`;
        batch.add('staff_member', { id, name, email: `${id}@seed.lumo.example`, password_hash: null, locale: person.language, created_at: at });
        batch.add('staff_role', { staff_id: id, role_id: 'agent', granted_by: null, granted_at: at });
        batch.add('team_member', { team_id: team.id, staff_id: id, lead: false });
        staff.push({ id, name });
      }
      return { id: team.id, staff };
    });
  }
}

/** Writes one round while the next is being made up. */
class Writing {
  readonly batch = new RowBatch();
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly rows: SeedRowsRepository,
    private readonly told: (done: number) => void,
  ) {}

  async next(done: number): Promise<void> {
    await this.written;
    this.told(done);
    this.written = this.rows.write(this.batch.take());
    // Waited for in the next round, where it fails the run.
    this.written.catch(() => undefined);
    await nextTurn();
  }

  end(): Promise<void> {
    return this.written;
  }
}

/** When tickets came in, oldest first: spread over three years in opening hours, the open ones over the last ten days. */
function momentsOf(random: Random, tickets: number, now: number): { at: number; open: boolean }[] {
  const open = Math.round(tickets * OPEN_SHARE);
  const inHours = (ms: number): number => ms - (ms % DAY) + Math.min(DAY - 1, 5 * 3_600_000 + Math.floor((random.unit() + random.unit()) * 8 * 3_600_000));
  const moments = Array.from({ length: tickets }, (_, i) => {
    const isOpen = i < open;
    const at = now - Math.floor(random.unit() * (isOpen ? 10 * DAY : YEARS)) - 3_600_000;
    return { at: Math.min(inHours(at), now - 3_600_000), open: isOpen };
  });
  return moments.sort((a, b) => a.at - b.at);
}
