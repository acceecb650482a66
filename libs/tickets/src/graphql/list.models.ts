import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Page } from '@kaiku/kernel';
import { JSONScalar } from '@kaiku/platform';
import { DeskEventKind } from '../live/desk-event';
import type { CappedCount } from '../ticket-view.queries';
import type { TicketView } from '../ticket.views';
import { View } from '../view.rules';
import { TicketModel } from './ticket.models';

@ObjectType('TicketConnection')
export class TicketConnectionModel {
  @Field(() => [TicketModel])
  nodes: readonly TicketModel[];
  @Field(() => String, { nullable: true })
  endCursor: string | null;
  @Field(() => Boolean)
  hasNextPage: boolean;

  /** Not in the API: counts when a total is asked for, once. */
  counting: () => Promise<CappedCount>;

  static of(page: Page<TicketView>, count: () => Promise<CappedCount>): TicketConnectionModel {
    let counted: Promise<CappedCount> | undefined;
    return { nodes: page.nodes.map(TicketModel.of), endCursor: page.endCursor, hasNextPage: page.hasNextPage, counting: () => (counted ??= count()) };
  }
}

@ObjectType('ViewIndex', { description: 'All of a view in its order, as [number, version] pairs.' })
export class ViewIndexModel {
  @Field(() => Int)
  total: number;
  @Field(() => Boolean, { description: 'Totals are exact to 999.' })
  totalCapped: boolean;
  @Field(() => String, { description: 'Where to follow deskEvents from.' })
  cursor: string;
  @Field(() => JSONScalar)
  entries: unknown;
  @Field(() => String, { nullable: true, description: 'Where to go on when there are more than were asked for.' })
  endCursor: string | null;
}

@ObjectType('ViewCount')
export class ViewCountModel {
  @Field(() => View)
  view: View;
  @Field(() => Int)
  count: number;
  @Field(() => Boolean)
  capped: boolean;
}

@ObjectType('DeskEvent', { description: 'Which ticket changed; never what stands in it.' })
export class DeskEventModel {
  @Field(() => String)
  cursor: string;
  @Field(() => DeskEventKind)
  kind: DeskEventKind;
  @Field(() => Int, { nullable: true })
  ticketNumber: number | null;
  @Field(() => ID, { nullable: true })
  ticketId: string | null;
  @Field(() => Int, { nullable: true })
  version: number | null;
  @Field(() => [String], { description: 'Names of fields of the ticket, or `entries`.' })
  changed: readonly string[];
  @Field(() => ID, { nullable: true })
  actorId: string | null;
}
