import { defineLoader } from '@kaiku/platform';
import { AttachmentQueries } from '../files/attachment.queries';
import { MessageQueries } from '../message.queries';

export const MessageOfEntry = defineLoader(MessageQueries, (queries, viewer, ids: readonly string[]) => queries.byEntryIds(viewer, ids));
export const AttachmentById = defineLoader(AttachmentQueries, (queries, viewer, ids: readonly string[]) => queries.byIds(viewer, ids));
