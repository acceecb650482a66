import { Injectable } from '@nestjs/common';
import { Clock, viewerOf, type SystemActor } from '@kaiku/kernel';
import { Database, log, message } from '@kaiku/platform';
import { CustomerCandidates, displayName } from '@kaiku/customers';
import { TeamQueries } from '@kaiku/staff';
import { TicketDoor } from '../inbound/ticket-door';
import { MailboxQueries, type MailboxRow } from '../mailbox.queries';
import { MessageRepository } from '../message.repository';
import { FormRepository } from '../public/form.repository';
import { subjectOf, type FormInput } from '../public/form.rules';
import { FORM_LINK, PublicLinkRepository } from '../public/public-link.repository';
import { Acknowledge } from './acknowledge';

export interface FormToSubmit {
  readonly input: FormInput;
  readonly nonceHash: Buffer;
  /** Of the files that came with it. */
  readonly attachmentIds: readonly string[];
  /** Somebody looks at it before it is worked on like others. */
  readonly held: boolean;
}

export type Submitted =
  | { readonly outcome: 'taken' | 'repeated'; readonly number: number; readonly token: string; readonly mailed: boolean }
  /** The same form has brought something else before; this was not taken. */
  | { readonly outcome: 'used'; readonly number: number };

const HELD_TAG = 'held';

/** Makes a ticket of a form. The same form sent twice makes one; what differs from its first sending is not swallowed. */
@Injectable()
export class SubmitForm {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketDoor,
    private readonly messages: MessageRepository,
    private readonly mailboxes: MailboxQueries,
    private readonly teams: TeamQueries,
    private readonly candidates: CustomerCandidates,
    private readonly forms: FormRepository,
    private readonly links: PublicLinkRepository,
    private readonly acknowledge: Acknowledge,
    private readonly clock: Clock,
  ) {}

  async run(actor: SystemActor, form: FormToSubmit): Promise<Submitted> {
    const { input } = form;
    const body = input.phone ? `${input.what}\n\n${message(input.language, 'public.phone')}: ${input.phone}` : input.what;
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const first = await this.forms.submission(form.nonceHash);
      if (first && first.body !== body) return { outcome: 'used', number: first.number };
      if (first) return { outcome: 'repeated', number: first.number, token: await this.links.open(first.ticketId, now, FORM_LINK), mailed: false };
      const mailbox = await this.mailboxFor(actor, input);
      const { customerId, known, name } = await this.sender(actor, input);
      const filed = await this.tickets.deliver(actor, {
        into: null,
        possiblyBelongsTo: null,
        entry: { kind: 'customer_message', visibility: 'public', authorKind: 'customer', authorName: name ?? input.email ?? input.phone, channel: 'form', at: now, body, isCustomerContact: true },
        opening: {
          kind: input.kind, channel: 'form', subject: subjectOf(input.what), language: input.language, teamId: mailbox?.teamId ?? (await this.someTeam(actor)), receivedAt: now,
          answerWanted: input.kind !== 'feedback', orderNumber: input.orderNumber, customerId, tags: form.held ? [HELD_TAG] : [],
          // The page that says it was sent is the receipt.
          signals: [{ type: 'ack', at: now, entryId: null, automatic: true }],
        },
      });
      await this.messages.insert({
        entryId: filed.entryId, ticketId: filed.ticketId, direction: 'inbound', rfcMessageId: null, inReplyTo: null, referenceIds: [], from: input.email ? { name: '', address: input.email } : null, to: [], cc: [],
        subject: null, html: null, quoted: null, simple: true, remoteImages: false, sanitiserVersion: 0, automatic: 'none', suspicion: null, contentKey: null, rawId: null,
      });
      await this.forms.bindFiles(form.attachmentIds, filed.entryId, filed.ticketId);
      await this.forms.add({ nonceHash: form.nonceHash, ticketId: filed.ticketId, address: input.email, held: form.held, at: now });
      if (input.email) await this.messages.addParticipant(filed.ticketId, input.email, null, now);
      const token = await this.links.open(filed.ticketId, now, FORM_LINK);
      const mailed = await this.tell(actor, form, filed.ticketId, known, mailbox);
      const { number } = await this.tickets.facts(filed.ticketId);
      log.info({ ticketId: filed.ticketId, entryId: filed.entryId, kind: input.kind, held: form.held, files: form.attachmentIds.length }, 'form filed');
      return { outcome: 'taken', number, token, mailed };
    });
  }

  /** By mail too, when an answer is wanted. What is held mails nobody: the address may be a stranger's. */
  private async tell(actor: SystemActor, form: FormToSubmit, ticketId: string, known: boolean, mailbox: MailboxRow | null): Promise<boolean> {
    const { email, kind, language } = form.input;
    if (!email || !mailbox || form.held || kind === 'feedback') return false;
    const subject = message(language, 'public.mail.received');
    return this.acknowledge.run(actor, { ticketId, newTicket: true, human: true, to: { name: '', address: email }, known, mailbox, inReplyTo: null, references: [], ageHours: 0, subject });
  }

  /** Whoever alone has this address and number; several, or two that disagree, are for the agent to choose from. */
  private async sender(actor: SystemActor, input: FormInput): Promise<{ customerId: string | null; known: boolean; name: string | null }> {
    const viewer = viewerOf(actor);
    const byEmail = input.email ? await this.candidates.byContact(viewer, 'email', input.email) : [];
    const byPhone = input.phone ? await this.candidates.byContact(viewer, 'phone', input.phone) : [];
    const people = new Map([...byEmail, ...byPhone].map((c) => [c.id, c]));
    const customer = people.size === 1 ? [...people.values()][0]! : null;
    // Answers go to the address and quote the name: who has only the number may be somebody else than who reads there.
    const name = customer && (!input.email || byEmail.length > 0) ? displayName(customer) : null;
    return { customerId: customer?.id ?? null, known: byEmail.length > 0, name };
  }

  /** The mailbox that takes such matters in this language, else such matters, else this language, else the oldest. */
  private async mailboxFor(actor: SystemActor, input: FormInput): Promise<MailboxRow | null> {
    const boxes = await this.mailboxes.all(viewerOf(actor));
    const fitting = boxes.filter((b) => b.defaultKind === input.kind);
    return fitting.find((b) => b.language === input.language) ?? fitting[0] ?? boxes.find((b) => b.language === input.language) ?? boxes[0] ?? null;
  }

  private async someTeam(actor: SystemActor): Promise<string> {
    const [team] = await this.teams.all(viewerOf(actor));
    if (!team) throw new Error('there is no team: make one before a form can be taken');
    return team.id;
  }
}
