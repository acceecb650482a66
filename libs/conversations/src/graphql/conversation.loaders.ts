import { defineLoader } from '@kaiku/platform';
import { AttachmentQueries } from '../files/attachment.queries';

export const AttachmentById = defineLoader(AttachmentQueries, (queries, viewer, ids: readonly string[]) => queries.byIds(viewer, ids));
