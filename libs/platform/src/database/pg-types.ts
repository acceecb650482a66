import { types } from 'pg';

const TIMESTAMPTZ = 1184;
const DATE = 1082;

/** `2026-11-22 12:00:00.5+00` to `2026-11-22T12:00:00.5Z`: timestamps stay text from Postgres to the response. */
const isoText = (value: string): string => `${value.slice(0, 10)}T${value.slice(11).replace(/\+00$/, 'Z')}`;

/** Parsers for reading queries; entities keep the driver's own. */
export const textTimes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === TIMESTAMPTZ ? isoText : oid === DATE ? (value: string) => value : types.getTypeParser(oid, format as 'text'),
};
