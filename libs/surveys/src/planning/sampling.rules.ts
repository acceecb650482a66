import { createHash } from 'node:crypto';

/** The first four bytes of a hash as a number: the same for the same parts, always. */
const number = (...parts: readonly string[]): number => createHash('sha256').update(parts.join('\u0000')).digest().readUInt32BE(0);

/** Whether this person is asked about this case: a retry draws the same. @param rateBp ten-thousandths */
export const inSample = (surveyId: string, personId: string, caseId: string, rateBp: number): boolean => number(surveyId, personId, caseId) % 10_000 < rateBp;

/** Milliseconds by which one asking waits when a window opens, so that not all leave at once. */
export const spreadMs = (id: string, overMinutes: number): number => number('spread', id) % (overMinutes * 60_000);
