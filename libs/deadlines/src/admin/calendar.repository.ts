import { Injectable } from '@nestjs/common';
import { InvalidInput, newId } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { calendarHash, type CalendarDefinition } from '../engine';
import { BusinessCalendarEntity } from './business-calendar.entity';
import { BusinessCalendarVersionEntity } from './business-calendar-version.entity';
import { CalendarDayProposalEntity } from './calendar-day-proposal.entity';

const NAME_FREE = namedQuery('deadlines.calendar-name-free', 'SELECT NOT EXISTS (SELECT FROM business_calendar WHERE name = $1 AND id <> $2) AS free');
const DEFINITION = namedQuery('deadlines.calendar-definition', 'SELECT v.definition FROM business_calendar_version v WHERE v.calendar_id = $1 AND v.version = $2');
const NO_DEFAULT = namedQuery('deadlines.calendar-no-default', 'UPDATE business_calendar SET is_default = false WHERE is_default AND id <> $1');
const USED = namedQuery('deadlines.calendar-used', `
  SELECT EXISTS (SELECT FROM deadline_policy p JOIN deadline_policy_version v ON v.policy_id = p.id AND v.version = p.version
    WHERE p.active AND v.targets @> jsonb_build_array(jsonb_build_object('calendarId', $1::text))) AS used`);
const PROPOSE = namedQuery('deadlines.propose-days', `
  INSERT INTO calendar_day_proposal (id, calendar_id, date, kind, intervals, label, source, created_at)
  SELECT p.id, $1::uuid, p.date, p.kind, p.intervals, p.label, p.source, $3::timestamptz
  FROM jsonb_to_recordset($2::jsonb) AS p(id uuid, date date, kind text, intervals jsonb, label text, source text)
  ON CONFLICT (calendar_id, date, source) DO NOTHING RETURNING id`);
const ACTIVE = namedQuery('deadlines.calendars-active', 'SELECT id, version FROM business_calendar WHERE active ORDER BY id');

export type ProposedDay = Pick<CalendarDayProposalEntity, 'date' | 'kind' | 'intervals' | 'label' | 'source'>;
export type NewCalendarVersion = Pick<BusinessCalendarVersionEntity, 'calendarId' | 'version' | 'effectiveFrom' | 'note' | 'createdBy' | 'createdAt'> & { readonly definition: CalendarDefinition };

/** Calendars for change; inside a transaction. */
@Injectable()
export class CalendarRepository {
  constructor(private readonly database: Database) {}

  lock(id: string): Promise<BusinessCalendarEntity | null> {
    return this.database.manager.findOne(BusinessCalendarEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those that are in use, without a lock. */
  active(): Promise<{ id: string; version: number }[]> {
    return this.database.rows(ACTIVE);
  }

  async definition(calendarId: string, version: number): Promise<CalendarDefinition> {
    return (await this.database.one<{ definition: CalendarDefinition }>(DEFINITION, [calendarId, version]))!.definition;
  }

  /** Throws {@link InvalidInput} when another calendar has the name. */
  async assertNameFree(name: string, except: string): Promise<void> {
    if (!(await this.database.one<{ free: boolean }>(NAME_FREE, [name, except]))!.free) throw new InvalidInput([{ path: 'name', code: 'setting_name_taken' }]);
  }

  async insert(calendar: BusinessCalendarEntity): Promise<void> {
    await this.database.manager.insert(BusinessCalendarEntity, calendar);
  }

  async save(id: string, change: Partial<BusinessCalendarEntity>): Promise<void> {
    await this.database.manager.update(BusinessCalendarEntity, { id }, change);
  }

  /** @returns the version's id */
  async insertVersion(given: NewCalendarVersion): Promise<string> {
    const id = newId();
    await this.database.manager.insert(BusinessCalendarVersionEntity, { id, ...given, sha256: Buffer.from(calendarHash(given.definition), 'hex') });
    return id;
  }

  async makeDefault(id: string): Promise<void> {
    await this.database.rows(NO_DEFAULT, [id]);
    await this.save(id, { isDefault: true });
  }

  /** Whether a policy in use goes by it by name. */
  async usedByPolicy(id: string): Promise<boolean> {
    return (await this.database.one<{ used: boolean }>(USED, [id]))!.used;
  }

  /** What was proposed before, whatever was decided about it, is not proposed again. @returns how many are new */
  async propose(calendarId: string, days: readonly ProposedDay[], at: Date): Promise<number> {
    if (days.length === 0) return 0;
    return (await this.database.rows(PROPOSE, [calendarId, JSON.stringify(days.map((day) => ({ id: newId(), ...day }))), at])).length;
  }

  /** Open proposals among the ids, locked. */
  proposals(calendarId: string, ids: readonly string[]): Promise<CalendarDayProposalEntity[]> {
    return this.database.manager
      .createQueryBuilder(CalendarDayProposalEntity, 'p')
      .where('p.calendarId = :calendarId AND p.id = ANY(:ids) AND p.state = :state', { calendarId, ids: [...ids], state: 'proposed' })
      .orderBy('p.date')
      .setLock('pessimistic_write')
      .getMany();
  }

  async decide(ids: readonly string[], state: 'accepted' | 'dismissed', by: string | null, at: Date): Promise<void> {
    if (ids.length > 0) await this.database.manager.update(CalendarDayProposalEntity, [...ids], { state, decidedBy: by, decidedAt: at });
  }
}
