import { CustomerNotFound } from '@kaiku/customers';
import { IdempotencyKeyReused } from '@kaiku/kernel';
import { JSONScalar, problemField, resultOf } from '@kaiku/platform';
import { TeamNotFound } from '@kaiku/staff';
import {
  AssigneeNotAllowed, SolveNeedsReplyOrReason, TicketAlreadySolved, TicketConflict, TicketNotFound, TicketNotReopenable, TicketNotSolved, TicketStatusNotAllowed,
} from '../tickets.problems';
import { TicketEntryModel } from './entry.models';
import { TicketModel } from './ticket.models';

problemField(TicketConflict, 'field', () => String);
problemField(TicketConflict, 'yours', () => JSONScalar, { nullable: true });
problemField(TicketConflict, 'theirs', () => JSONScalar, { nullable: true });
problemField(TicketConflict, 'changedBy', () => String, { nullable: true });
problemField(TicketConflict, 'ticket', () => TicketModel);

export const OpenTicketResult = resultOf('OpenTicketResult', TicketModel, [CustomerNotFound, TeamNotFound, IdempotencyKeyReused]);
export const ChangeTicketKindResult = resultOf('ChangeTicketKindResult', TicketModel, [TicketNotFound, TicketConflict, IdempotencyKeyReused]);
export const UpdateTicketResult = resultOf('UpdateTicketResult', TicketModel, [TicketNotFound, TicketConflict, TicketStatusNotAllowed, TeamNotFound]);
export const AssignTicketResult = resultOf('AssignTicketResult', TicketModel, [TicketNotFound, TicketConflict, AssigneeNotAllowed]);
export const TagTicketResult = resultOf('TagTicketResult', TicketModel, [TicketNotFound]);
export const LinkCustomerResult = resultOf('LinkCustomerResult', TicketModel, [TicketNotFound, TicketConflict, CustomerNotFound]);
export const AddNoteResult = resultOf('AddNoteResult', TicketEntryModel, [TicketNotFound, IdempotencyKeyReused]);
export const SolveTicketResult = resultOf('SolveTicketResult', TicketModel, [TicketNotFound, TicketConflict, TicketAlreadySolved, SolveNeedsReplyOrReason]);
export const ReopenTicketResult = resultOf('ReopenTicketResult', TicketModel, [TicketNotFound, TicketConflict, TicketNotSolved, TicketNotReopenable]);
