import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@kaiku/platform';

export const MessageDirection = { INBOUND: 'inbound', OUTBOUND: 'outbound' } as const;
registerEnumType(MessageDirection, { name: 'MessageDirection' });
export const DeliveryState = { WAITING: 'WAITING', QUEUED: 'QUEUED', SENDING: 'SENDING', SENT: 'SENT', DELIVERED: 'DELIVERED', BOUNCED: 'BOUNCED', FAILED: 'FAILED', UNKNOWN: 'UNKNOWN', UNDONE: 'UNDONE' } as const;
registerEnumType(DeliveryState, { name: 'DeliveryState' });
export const DraftModeEnum = { REPLY: 'reply', NOTE: 'note' } as const;
registerEnumType(DraftModeEnum, { name: 'DraftMode' });
export const ReplyThenStatus = { KEEP: 'keep', WAITING_CUSTOMER: 'waiting_customer', SOLVED: 'solved' } as const;
registerEnumType(ReplyThenStatus, { name: 'ReplyThenStatus' });

@ObjectType('MailAddress')
export class MailAddressModel {
  @Field(() => String, { nullable: true })
  name: string | null;
  @Field(() => String, { nullable: true, description: 'Null when the viewer may not see contact details.' })
  address: string | null;
}

@ObjectType('Attachment')
export class AttachmentModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  name: string;
  @Field(() => String)
  contentType: string;
  @Field(() => Int, { description: 'Bytes.' })
  size: number;
  @Field(() => String)
  url: string;
  @Field(() => Boolean)
  inline: boolean;
  @Field(() => Boolean, { description: 'A picture made anew without its metadata; may be shown.' })
  image: boolean;
}

@ObjectType('Message', { description: 'What a mail or form adds to its entry.' })
export class MessageModel {
  @Field(() => ID)
  id: string;
  @Field(() => MessageDirection)
  direction: string;
  @Field(() => MailAddressModel, { nullable: true })
  from: MailAddressModel | null;
  @Field(() => [MailAddressModel])
  to: readonly MailAddressModel[];
  @Field(() => [MailAddressModel])
  cc: readonly MailAddressModel[];
  @Field(() => String, { nullable: true })
  subject: string | null;
  @Field(() => String, { nullable: true, description: 'Sanitised as its last step; null for plain text.' })
  html: string | null;
  @Field(() => Boolean, { description: 'Paragraphs, lists, links and quotes only.' })
  simple: boolean;
  @Field(() => String, { nullable: true, description: 'Quoted history, plain text.' })
  quoted: string | null;
  @Field(() => Boolean, { description: 'Remote pictures wait in data-src.' })
  remoteImages: boolean;
  @Field(() => Boolean, { description: 'A machine wrote it.' })
  automatic: boolean;
  @Field(() => String, { nullable: true })
  suspicion: string | null;
  @Field(() => DeliveryState, { nullable: true })
  delivery: string | null;
  @Field(() => String, { nullable: true })
  deliveryDetail: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  undoUntil: string | null;
  @Field(() => String, { nullable: true, description: 'Download of the mail as it came.' })
  originalUrl: string | null;
  @Field(() => [AttachmentModel])
  attachments: readonly AttachmentModel[];
}

@ObjectType('Draft')
export class DraftModel {
  @Field(() => ID)
  ticketId: string;
  @Field(() => DraftModeEnum)
  mode: string;
  @Field(() => String)
  text: string;
  @Field(() => Int)
  revision: number;
  @Field(() => DateTimeScalar)
  savedAt: string;
  attachmentIds: readonly string[];
}

@ObjectType('ReplyRecipients')
export class ReplyRecipientsModel {
  @Field(() => [MailAddressModel])
  to: readonly MailAddressModel[];
  @Field(() => MailAddressModel, { nullable: true })
  from: MailAddressModel | null;
  @Field(() => Boolean)
  canReply: boolean;
  @Field(() => String, { nullable: true, description: 'Code: no_address, no_mailbox, not_allowed.' })
  whyNot: string | null;
}

@ObjectType('QuarantinedMail', { description: 'A mail that could not be read; its raw bytes are kept.' })
export class QuarantinedMailModel {
  @Field(() => ID)
  id: string;
  @Field(() => DateTimeScalar)
  receivedAt: string;
  @Field(() => String, { nullable: true })
  from: string | null;
  @Field(() => String, { description: 'Technical code.' })
  error: string;
  @Field(() => Int)
  tries: number;
  @Field(() => Int, { description: 'Bytes.' })
  size: number;
  @Field(() => String)
  rawUrl: string;
}

@ObjectType('QuarantinedMailConnection')
export class QuarantinedMailConnectionModel {
  @Field(() => [QuarantinedMailModel])
  nodes: readonly QuarantinedMailModel[];
  @Field(() => String, { nullable: true })
  endCursor: string | null;
  @Field(() => Boolean)
  hasNextPage: boolean;
}
