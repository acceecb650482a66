import { Injectable } from '@nestjs/common';
import { CreateMailbox } from '@kaiku/conversations';
import { ImportCustomers } from '@kaiku/customers';
import { Clock, system } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { CreateStaffMember, CreateTeam } from '@kaiku/staff';
import { AppendEntry, CreateTicket } from '@kaiku/tickets';
import { DemoRepository } from './demo.repository';
import { MATTERS, type Matter } from './matters';
import { CUSTOMERS, MAILBOXES, STAFF, TEAMS, type TeamKey } from './people';

const DEMO = system('demo');

/** The demo shop "Lumo": staff, mailboxes, customers and what they have written, made through the desk's own commands. */
@Injectable()
export class DemoShop {
  private people = new Map<string, { id: string; name: string }>();
  private teams = new Map<TeamKey, string>();

  constructor(
    private readonly database: Database,
    private readonly demo: DemoRepository,
    private readonly team: CreateTeam,
    private readonly member: CreateStaffMember,
    private readonly mailbox: CreateMailbox,
    private readonly customers: ImportCustomers,
    private readonly create: CreateTicket,
    private readonly append: AppendEntry,
    private readonly clock: Clock,
  ) {}

  /** @returns whether a shop was opened; false when the database held anything */
  async open(): Promise<boolean> {
    return this.database.transaction(async () => {
      if (!(await this.demo.lockIfEmpty())) return false;
      for (const [key, name] of Object.entries(TEAMS) as [TeamKey, string][]) this.teams.set(key, await this.team.run(DEMO, { name }));
      for (const s of STAFF) {
        const id = await this.member.run(DEMO, { name: s.name, email: s.email, password: s.password, locale: s.locale, roles: [s.role], teamIds: s.teams.map((t) => this.teams.get(t)!), leadTeamIds: s.lead.map((t) => this.teams.get(t)!) });
        this.people.set(s.email.split('@')[0]!, { id, name: s.name });
      }
      for (const m of MAILBOXES) await this.mailbox.run(DEMO, { ...m, teamId: this.teams.get(m.team)! });
      const { ids } = await this.customers.run(DEMO, { source: 'Lumo kassa', rows: CUSTOMERS as never });
      const oldestFirst = [...MATTERS].sort((a, b) => b.said[0]!.hours - a.said[0]!.hours);
      for (const matter of oldestFirst) await this.tell(matter, ids.get(CUSTOMERS[matter.customer]!.customerNumber)!);
      return true;
    });
  }

  private async tell(m: Matter, customerId: string): Promise<void> {
    const customer = CUSTOMERS[m.customer]!;
    const at = (hours: number) => new Date(this.clock.now().getTime() - hours * 3_600_000);
    const [first, ...later] = m.said;
    const contact = { kind: 'customer_message', visibility: 'public', authorKind: 'customer', authorName: `${customer.firstName} ${customer.lastName}`, channel: m.channel, isCustomerContact: true } as const;
    const reason = typeof m.end === 'object' ? m.end.reason : null;
    const { ticketId } = await this.create.run(DEMO, {
      kind: m.kind, channel: m.channel, subject: m.subject, language: m.language, teamId: this.teams.get(m.team)!, customerId, assigneeId: m.assignee ? this.people.get(m.assignee)!.id : null,
      priority: m.priority ?? 'normal', orderNumber: m.order ?? null, answerWanted: m.answerWanted ?? true, tags: m.tags ?? [], receivedAt: at(first!.hours),
      ...(reason ? { status: 'solved' as const, noReplyReason: reason } : { status: m.assignee ? ('open' as const) : ('new' as const) }),
      entry: { ...contact, at: at(first!.hours), body: first!.text },
    });
    for (const [i, said] of later.entries()) {
      const last = i === later.length - 1;
      if (said.by === 'customer') {
        await this.append.run(DEMO, { ticketId, entry: { ...contact, at: at(said.hours), body: said.text } });
        continue;
      }
      const author = this.people.get(said.by)!;
      const entry = { authorKind: 'agent', authorStaffId: author.id, authorName: author.name, at: at(said.hours), body: said.text } as const;
      if (said.kind === 'note') await this.append.run(DEMO, { ticketId, entry: { ...entry, kind: 'note', visibility: 'internal' } });
      else await this.append.run(DEMO, { ticketId, entry: { ...entry, kind: 'reply', visibility: 'public', channel: 'email', isHumanReply: true }, thenStatus: last && (m.end === 'solved' || m.end === 'waiting_customer') ? m.end : 'keep' });
    }
  }
}
