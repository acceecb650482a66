import { defineLoader } from '@kaiku/platform';
import { DeadlineQueries } from '../deadline.queries';

/** All clocks of a subject, oldest first. */
export const DeadlinesOfSubject = defineLoader(DeadlineQueries, (deadlines, viewer, ids) => deadlines.bySubjects(viewer, ids));
