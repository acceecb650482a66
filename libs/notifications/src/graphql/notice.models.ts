import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, JSONScalar } from '@kaiku/platform';
import { NoticeCause, NoticeChannel } from '../notice.words';

registerEnumType(NoticeCause, { name: 'NoticeCause', description: 'Why somebody is told.' });
registerEnumType(NoticeChannel, { name: 'NoticeChannel' });

@ObjectType('Notice', { description: 'One thing the reader is told. Says nothing of what stands in the ticket.' })
export class NoticeModel {
  @Field(() => ID)
  id: string;
  @Field(() => NoticeCause)
  cause: NoticeCause;
  @Field(() => Int, { nullable: true, description: 'Null for a digest.' })
  ticketNumber: number | null;
  @Field(() => DateTimeScalar)
  at: string;
  @Field(() => DateTimeScalar, { nullable: true })
  readAt: string | null;
  @Field(() => JSONScalar, { nullable: true, description: 'Of a deadline: step, metric, late, critical, dueAt, consumedWorkMs, targetWorkMs, remainingWorkMs, remainingWallMs, as they were then. Of a digest: count, late, numbers.' })
  params: unknown;

  /** Not in the API: what the edge to the ticket needs. */
  ticketId: string | null;
}

@ObjectType('NoticeConnection')
export class NoticeConnectionModel {
  @Field(() => [NoticeModel])
  nodes: readonly NoticeModel[];
  @Field(() => String, { nullable: true })
  endCursor: string | null;
  @Field(() => Boolean)
  hasNextPage: boolean;
}

@ObjectType('NewestNotice')
export class NewestNoticeModel {
  @Field(() => ID)
  id: string;
  @Field(() => NoticeCause)
  cause: NoticeCause;
  @Field(() => Int, { nullable: true })
  ticketNumber: number | null;
}

@ObjectType('NoticeNews', { description: 'How the reader\'s notices stand now.' })
export class NoticeNewsModel {
  @Field(() => Int, { description: 'Exact to 999; 1000 means more.' })
  unread: number;
  @Field(() => NewestNoticeModel, { nullable: true, description: 'The newest unread one.' })
  newest: NewestNoticeModel | null;
}

@ObjectType('NoticePreference')
export class NoticePreferenceModel {
  @Field(() => NoticeCause)
  cause: NoticeCause;
  @Field(() => NoticeChannel)
  channel: NoticeChannel;
  @Field(() => Boolean)
  on: boolean;
}

@ObjectType('QuietHours', { description: 'When mail and push wait, by the desk\'s clock; the same time twice: never. Clocks that count opening hours speak in opening hours only, critical ones at any time.' })
export class QuietHoursModel {
  @Field(() => String, { description: '20:00' })
  from: string;
  @Field(() => String, { description: '07:00' })
  to: string;
}

@ObjectType('PushRegistration')
export class PushRegistrationModel {
  @Field(() => String)
  endpoint: string;
}

@InputType('SetNoticePreferenceInput')
export class SetNoticePreferenceArguments {
  @Field(() => NoticeCause)
  cause: NoticeCause;
  @Field(() => NoticeChannel)
  channel: NoticeChannel;
  @Field(() => Boolean)
  on: boolean;
}

@InputType('SetQuietHoursInput')
export class SetQuietHoursArguments {
  @Field(() => String)
  from: string;
  @Field(() => String)
  to: string;
}

@InputType('RegisterPushInput', { description: 'A PushSubscription of the browser.' })
export class RegisterPushArguments {
  @Field(() => String)
  endpoint: string;
  @Field(() => String)
  p256dh: string;
  @Field(() => String)
  auth: string;
}
