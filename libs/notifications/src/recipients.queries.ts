import { Injectable } from '@nestjs/common';
import type { Locale, Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { TICKET as TICKET_PERMISSION, type TicketKind, type TicketStatus } from '@kaiku/tickets';
import type { Colleague } from './mention.rules';
import type { NoticeCause, NoticeChannel } from './notice.words';
import type { Candidates } from './recipients.rules';
import type { Preference } from './settings/preference.rules';
import type { QuietHours } from './settings/quiet-hours.rules';

/** What a notice needs to know of a ticket. */
export interface TicketFacts {
  readonly id: string;
  readonly number: number;
  readonly kind: TicketKind;
  readonly status: TicketStatus;
  /** Null also when that person has left. */
  readonly assigneeId: string | null;
}
/** How one person is told. */
export interface Person {
  readonly id: string;
  readonly locale: Locale;
  readonly preferences: readonly Preference[];
  /** Null: has said nothing. */
  readonly quiet: QuietHours | null;
  readonly browsers: number;
}

type TicketRow = TicketFacts & Candidates & { [column: string]: unknown };
type PersonRow = Omit<Person, 'quiet'> & { fromMinute: number | null; toMinute: number | null; preferences: { cause: NoticeCause; channel: NoticeChannel; on: boolean }[]; [column: string]: unknown };

const withRole = (role: string) => `ARRAY(SELECT m.id FROM staff_role sr JOIN staff_member m ON m.id = sr.staff_id AND m.active WHERE sr.role_id = '${role}' ORDER BY m.id)`;
const ofTeam = (condition: string) => `ARRAY(SELECT m.id FROM team_member tm JOIN staff_member m ON m.id = tm.staff_id AND m.active WHERE tm.team_id = t.team_id AND ${condition} ORDER BY m.id)`;
const FACTS = `t.id, t.number, t.kind, t.status, (SELECT m.id FROM staff_member m WHERE m.id = t.assignee_id AND m.active) AS "assigneeId"`;
const TICKET = namedQuery('notifications.ticket', `SELECT ${FACTS} FROM ticket t WHERE t.id = $1`);
const CANDIDATES = namedQuery('notifications.candidates', `
  SELECT ${FACTS}, ${ofTeam('true')} AS team, ${ofTeam('tm.lead')} AS leads, ${withRole('supervisor')} AS supervisors, ${withRole('privacy_owner')} AS owners, ${withRole('admin')} AS admins
  FROM ticket t WHERE t.id = $1`);
const PEOPLE = namedQuery('notifications.people', `
  SELECT m.id, m.locale, q.from_minute AS "fromMinute", q.to_minute AS "toMinute",
    (SELECT coalesce(json_agg(json_build_object('cause', p.cause, 'channel', p.channel, 'on', p.enabled)), '[]') FROM notice_preference p WHERE p.staff_id = m.id) AS preferences,
    (SELECT count(*)::integer FROM push_subscription s WHERE s.staff_id = m.id) AS browsers
  FROM staff_member m LEFT JOIN quiet_hours q ON q.staff_id = m.id WHERE m.id = ANY($1::uuid[]) AND m.active ORDER BY m.id`);
const IS_CONTACT = namedQuery('notifications.is-contact', 'SELECT e.is_customer_contact AS "isContact" FROM ticket_entry e WHERE e.id = $1');
const NOTE = namedQuery('notifications.note', `SELECT e.body FROM ticket_entry e WHERE e.id = $1 AND e.ticket_id = $2 AND e.kind = 'note'`);
const COLLEAGUES = namedQuery('notifications.colleagues', `
  SELECT m.id, m.name FROM ticket t JOIN staff_member m ON m.active
  WHERE t.id = $1 AND (m.id = t.assignee_id
    OR EXISTS (SELECT FROM team_member tm WHERE tm.team_id = t.team_id AND tm.staff_id = m.id)
    OR EXISTS (SELECT FROM staff_role sr JOIN role r ON r.id = sr.role_id WHERE sr.staff_id = m.id AND '${TICKET_PERMISSION.viewAll}' = ANY(r.permissions)))`);

/** Who works here, and who has what to do with a ticket; asked at the moment somebody is to be told. For jobs only. */
@Injectable()
export class RecipientQueries {
  constructor(private readonly database: Database) {}

  async ticket(viewer: Viewer, ticketId: string): Promise<TicketFacts | null> {
    return forJobs(viewer) ? this.database.one<TicketRow>(TICKET, [ticketId]) : null;
  }

  /** The ticket with everybody whom a plan could mean. */
  async candidates(viewer: Viewer, ticketId: string): Promise<{ readonly ticket: TicketFacts; readonly candidates: Candidates } | null> {
    const row = forJobs(viewer) ? await this.database.one<TicketRow>(CANDIDATES, [ticketId]) : null;
    if (!row) return null;
    const { id, number, kind, status, assigneeId, team, leads, supervisors, owners, admins } = row;
    return { ticket: { id, number, kind, status, assigneeId }, candidates: { assignee: assigneeId, team, leads, supervisors, owners: kind === 'privacy_request' ? owners : [], admins } };
  }

  /** Those of these people who work here now, in the order of their ids. */
  async people(viewer: Viewer, ids: readonly string[]): Promise<readonly Person[]> {
    if (!forJobs(viewer)) return [];
    const rows = await this.database.rows<PersonRow>(PEOPLE, [ids]);
    return rows.map(({ id, locale, preferences, browsers, fromMinute, toMinute }) => ({
      id, locale, preferences, browsers, quiet: fromMinute === null || toMinute === null ? null : { fromMinute, toMinute },
    }));
  }

  /** Whether the entry is a customer's word, as opposed to that of a machine. */
  async isCustomersWord(viewer: Viewer, entryId: string): Promise<boolean> {
    return forJobs(viewer) && ((await this.database.one<{ isContact: boolean }>(IS_CONTACT, [entryId]))?.isContact ?? false);
  }

  /** The text of a note of that ticket; null when there is none. */
  async note(viewer: Viewer, ticketId: string, entryId: string): Promise<string | null> {
    return forJobs(viewer) ? ((await this.database.one<{ body: string | null }>(NOTE, [entryId, ticketId]))?.body ?? null) : null;
  }

  /** Everybody who may see the ticket: to call others to it would be of no use to them. */
  async colleagues(viewer: Viewer, ticketId: string): Promise<readonly Colleague[]> {
    return forJobs(viewer) ? this.database.rows<Colleague & Record<string, unknown>>(COLLEAGUES, [ticketId]) : [];
  }
}

const forJobs = (viewer: Viewer): boolean => viewer.actor.kind === 'system';
