import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliveryNewsTakers, registerMessages } from '@kaiku/platform';
import { CustomersModule } from '@kaiku/customers';
import { StaffModule } from '@kaiku/staff';
import { CaseMail, DraftedTickets, TicketsModule } from '@kaiku/tickets';
import { AcknowledgementEntity } from './acknowledgement.entity';
import { AttachmentEntity } from './attachment.entity';
import { Acknowledge } from './commands/acknowledge';
import { CreateMailbox } from './commands/create-mailbox';
import { AddPublicMessage } from './commands/add-public-message';
import { CloseByCustomer } from './commands/close-by-customer';
import { DiscardDraft } from './commands/discard-draft';
import { FileBounce } from './commands/file-bounce';
import { FileMail } from './commands/file-mail';
import { KeepStranger } from './commands/keep-stranger';
import { MailFreshLink } from './commands/mail-fresh-link';
import { OutboundChanged } from './commands/outbound-changed';
import { ReceiveMail } from './commands/receive-mail';
import { ResendReply } from './commands/resend-reply';
import { RetryQuarantinedMail } from './commands/retry-quarantined-mail';
import { SaveDraft } from './commands/save-draft';
import { SendReply } from './commands/send-reply';
import { SettleOutbound } from './commands/settle-outbound';
import { SubmitForm } from './commands/submit-form';
import { UndoReply } from './commands/undo-reply';
import { DraftEntity } from './draft.entity';
import { DraftedTicketsOfConversations } from './drafts/drafted-tickets';
import { DraftQueries } from './drafts/draft.queries';
import { DraftRepository } from './drafts/draft.repository';
import { AttachmentQueries } from './files/attachment.queries';
import { AttachmentRepository } from './files/attachment.repository';
import { FileKeys } from './files/file-keys';
import { FileStore } from './files/file-store';
import { KeepFile } from './files/keep-file';
import { FormSubmissionEntity } from './form-submission.entity';
import { InboundRawEntity } from './inbound-raw.entity';
import { FindThread } from './inbound/find-thread';
import { InboundRawRepository } from './inbound/inbound-raw.repository';
import { SenderQueries } from './inbound/sender.queries';
import { TicketDoor } from './inbound/ticket-door';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';
import { MailSecrets } from './mail-secrets';
import { MailboxEntity } from './mailbox.entity';
import { MailboxQueries } from './mailbox.queries';
import { MailboxRepository } from './mailbox.repository';
import { MessageEntity } from './message.entity';
import { MessageQueries } from './message.queries';
import { MessageRepository } from './message.repository';
import { OutboundMessageEntity } from './outbound-message.entity';
import { AcknowledgementRepository } from './outbound/acknowledgement.repository';
import { CaseMailOfConversations } from './outbound/case-mail';
import { MailComposer } from './outbound/mail-composer';
import { OutboundRepository } from './outbound/outbound.repository';
import { ReplyPartiesQueries } from './outbound/reply-parties.queries';
import { ParticipantEntity } from './participant.entity';
import { PublicLinkEntity } from './public-link.entity';
import { FormFiles } from './public/form-files';
import { FormRepository } from './public/form.repository';
import { FormSeals } from './public/form-seals';
import { PublicLinkRepository } from './public/public-link.repository';
import { PublicThrottle } from './public/public-throttle';
import { StatusQueries } from './public/status.queries';
import { QuarantineQueries } from './quarantine.queries';

registerMessages('conversations', { en, fi, sv });

const ENTITIES = [MailboxEntity, InboundRawEntity, MessageEntity, ParticipantEntity, AttachmentEntity, OutboundMessageEntity, AcknowledgementEntity, DraftEntity, PublicLinkEntity, FormSubmissionEntity];
const PARTS = [
  DeliveryNewsTakers,
  MailSecrets, FileKeys, FileStore, KeepFile, AttachmentRepository, AttachmentQueries, MailboxQueries, MailboxRepository, CreateMailbox, MessageRepository, MessageQueries, InboundRawRepository, QuarantineQueries,
  TicketDoor, FindThread, SenderQueries, OutboundRepository, AcknowledgementRepository, ReplyPartiesQueries, MailComposer, DraftRepository, DraftQueries, PublicLinkRepository,
  ReceiveMail, FileMail, FileBounce, Acknowledge, KeepStranger, SendReply, UndoReply, ResendReply, SaveDraft, DiscardDraft, RetryQuarantinedMail, SettleOutbound, OutboundChanged,
  FormSeals, FormRepository, FormFiles, PublicThrottle, StatusQueries, SubmitForm, AddPublicMessage, CloseByCustomer, MailFreshLink,
];

/** Mail in and out, files, drafts: everything that is not a door or a job. */
@Module({ imports: [DiscoveryModule, TypeOrmModule.forFeature(ENTITIES), StaffModule, CustomersModule, TicketsModule], providers: [...PARTS, { provide: DraftedTickets, useClass: DraftedTicketsOfConversations }, { provide: CaseMail, useClass: CaseMailOfConversations }], exports: [...PARTS, DraftedTickets, CaseMail] })
export class ConversationsModule {}
