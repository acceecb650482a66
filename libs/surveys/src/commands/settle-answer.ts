import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, newId, viewerOf, type Actor } from '@kaiku/kernel';
import { Database, message, Outbox } from '@kaiku/platform';
import { AppendEntry, AskForAnswer, CreateTicket, type EntrySpec } from '@kaiku/tickets';
import { askedOf, type Asked } from '../answers/asked';
import { SurveyFollowupOpened } from '../answers/answers.events';
import { answerText } from '../followups/answer-text';
import { followupOf } from '../followups/followup.rules';
import { FollowupRepository } from '../followups/followup.repository';
import { SettlingQueries, type SettlingView } from '../followups/settling.queries';

/** Why nobody replied to an answer that asked for nothing. */
export const NO_REPLY_WANTED = 'no_reply_wanted';

type Answered = SettlingView & { readonly answer: NonNullable<SettlingView['answer']> };

/**
 * Carries an answer on when its grace is over: it becomes a ticket of the customer's, closed at once unless it asks to be contacted;
 * a later revision becomes an entry of that ticket. A wish for contact is the team lead's, a low score without one a note to ourselves.
 */
@Injectable()
export class SettleAnswer {
  constructor(
    private readonly database: Database,
    private readonly settling: SettlingQueries,
    private readonly followups: FollowupRepository,
    private readonly create: CreateTicket,
    private readonly append: AppendEntry,
    private readonly ask: AskForAnswer,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns whether there was something to settle */
  async run(actor: Actor, { invitationId, fence }: { readonly invitationId: string; readonly fence: number }): Promise<boolean> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      if (!(await this.followups.take(invitationId, fence, now))) return false;
      const found = await this.settling.byInvitation(viewerOf(actor, 'operations'), invitationId);
      if (found?.answer) await this.settle(actor, found as Answered, now);
      await this.followups.settled(invitationId, now);
      return true;
    });
  }

  private async settle(actor: Actor, view: Answered, now: Date): Promise<void> {
    const asked = askedOf(view, view.language, true);
    const wants = view.answer.contactWanted;
    const ticketId = view.answerTicketId ? await this.addTo(actor, view, view.answerTicketId, asked, wants) : await this.open(actor, view, asked, wants);
    if (!ticketId) return;
    await this.followups.became(view.answer.id, ticketId);
    const need = followupOf(view.followupRules, view, view.answer.answers, wants);
    if (!need || !(await this.followups.follow(view.invitationId, need, ticketId, now))) return;
    if (need.kind === 'improvement') await this.append.run(actor, { ticketId, entry: this.note(view, now) });
    await this.outbox.publish(SurveyFollowupOpened, { invitationId: view.invitationId, surveyId: view.surveyId, ticketId, kind: need.kind });
  }

  private async open(actor: Actor, view: Answered, asked: Asked, wants: boolean): Promise<string | null> {
    const teamId = view.teamId ?? (await this.settling.someTeam(viewerOf(actor, 'operations')));
    if (!teamId) return null;
    const { ticketId } = await this.create.run(actor, {
      kind: 'survey', channel: 'survey', subject: asked.title.slice(0, LIMITS.ticket.subject) || null, language: view.language, teamId, customerId: view.customerId, receivedAt: new Date(view.answer.submittedAt),
      status: wants ? 'open' : 'solved', noReplyReason: wants ? null : NO_REPLY_WANTED, answerWanted: wants, assigneeId: wants ? await this.lead(actor, view, teamId) : null, followUpOf: view.ticketId, entry: this.entry(view, asked, wants),
    });
    return ticketId;
  }

  /** A change of an answer that has its ticket already: it is shown there, and asks for contact if it newly does. */
  private async addTo(actor: Actor, view: Answered, ticketId: string, asked: Asked, wants: boolean): Promise<string> {
    const entry = this.entry(view, asked, false);
    if (wants) await this.ask.run(actor, { ticketId, entry, assigneeId: view.teamId ? await this.lead(actor, view, view.teamId) : null });
    else await this.append.run(actor, { ticketId, entry });
    return ticketId;
  }

  /** Never the one whose work was rated; without a lead it waits in the team's queue. */
  private lead(actor: Actor, view: Answered, teamId: string): Promise<string | null> {
    return this.settling.leadOf(viewerOf(actor, 'operations'), teamId, view.agentId);
  }

  private entry(view: Answered, asked: Asked, isCustomerContact: boolean): EntrySpec {
    const wish = view.answer.contactWanted ? `\n\n${message(view.language, 'survey.contact')}\n${message(view.language, 'survey.contact_yes')}` : '';
    return { id: newId(), kind: 'survey_answer', visibility: 'public', authorKind: 'customer', channel: 'survey', at: new Date(view.answer.submittedAt), body: answerText(asked, view.answer.answers) + wish, isCustomerContact };
  }

  private note(view: Answered, now: Date): EntrySpec {
    return { kind: 'note', visibility: 'internal', authorKind: 'rule', at: now, body: message(view.language, 'survey.improvement') };
  }
}
