import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { UnsubscribeTokens } from '@kaiku/customers';
import { Clock, system, viewerOf } from '@kaiku/kernel';
import { Config } from '@kaiku/platform';
import { CaseMail, type CaseSender } from '@kaiku/tickets';
import MimeComposer from 'nodemailer/lib/mail-composer';
import { CandidateRepository } from '../planning/candidate.repository';
import { SurveyQueries, type SurveyView } from '../survey.queries';
import { newSurveyToken, surveyTokenHash, surveyUrl } from '../tokens';
import { composeSurveyMail } from './compose-survey-mail';
import type { InvitationRow } from './dispatch.repository';
import { MailMarks } from './mail-marks';

const SENDER = viewerOf(system('surveys.dispatch'), 'operations');

export interface ReadyMail {
  readonly bytes: Buffer;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly messageId: string;
  readonly tokenHash: Buffer;
}

/** Makes the mail of an invitation. Its token is made here, stands in the mail, and is kept nowhere else. */
@Injectable()
export class SurveyMail {
  constructor(
    private readonly config: Config,
    private readonly surveys: SurveyQueries,
    private readonly candidates: CandidateRepository,
    private readonly marks: MailMarks,
    private readonly unsubscribing: UnsubscribeTokens,
    private readonly modules: ModuleRef,
    private readonly clock: Clock,
  ) {}

  async make(row: InvitationRow, survey: SurveyView, address: string): Promise<ReadyMail> {
    const version = (await this.surveys.versionsByIds(SENDER, [row.versionId])).get(row.versionId)!;
    const ticket = row.ticketId ? await this.candidates.ofTicket(row.ticketId) : null;
    const token = newSurveyToken();
    const from = await this.sender(row);
    const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
    const { publicUrl } = this.config.http;
    const stop = new URL(`/u/${this.unsubscribing.issue({ customerId: row.customerId, kind: 'email', address, purpose: survey.purpose }, this.clock.now())}`, publicUrl).href;
    const mail = composeSurveyMail({
      language: row.language, texts: version.texts[row.language], questions: version.questions, organisation: this.config.organisation, unsubscribe: stop, reminder: false,
      reference: ticket ? `#${ticket.number}` : null,
      link: (answer) => surveyUrl(publicUrl, token, answer),
    });
    const messageId = this.marks.messageId(row.id, domain);
    const envelope = { from: this.marks.returnPath(row.id, domain), to: [address] };
    const bytes = await new MimeComposer({
      from: { name: from.name, address: from.address }, to: { name: '', address }, replyTo: { name: from.name, address: from.replyTo }, subject: mail.subject, text: mail.text, html: mail.html,
      messageId, date: this.clock.now(),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': row.language,
        'List-Id': `<${survey.key.replaceAll(/[^a-z0-9-]/gi, '-').slice(0, 60)}.surveys.${domain}>`,
        'List-Unsubscribe': `<${stop}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      disableFileAccess: true, disableUrlAccess: true,
    }).compile().build();
    return { bytes, envelope, messageId, tokenHash: surveyTokenHash(token) };
  }

  /** The ticket's own address where there is a ticket and a mailbox. */
  private async sender(row: InvitationRow): Promise<CaseSender> {
    let mail: CaseMail | null = null;
    try {
      mail = this.modules.get(CaseMail, { strict: false });
    } catch {
      mail = null;
    }
    const sender = mail && row.ticketId && row.snapshot.teamId ? await mail.senderOf(row.ticketId, row.snapshot.teamId, row.language) : null;
    const fallback = `no-reply@${this.config.mail.domain}`;
    return sender ?? { name: this.config.organisation, address: fallback, replyTo: fallback };
  }
}
