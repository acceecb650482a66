import { defineLoader } from '@kaiku/platform';
import { CallQueries } from '../call.queries';

/** The call behind a timeline entry. */
export const CallByEntry = defineLoader(CallQueries, (calls, viewer, entryIds) => calls.callByEntryIds(viewer, entryIds));
