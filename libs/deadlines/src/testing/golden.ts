import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDefinition, Hours, IsoDay } from '../engine/calendar.types';

interface GoldenCalendar {
  readonly tz: string;
  readonly always?: boolean;
  readonly weekly: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly closedDates?: readonly string[];
  readonly exceptions?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
}
export interface Golden {
  readonly calendars: Readonly<Record<string, GoldenCalendar>>;
  readonly durationCases: readonly { id: string; name: string; calendar: string; start: string; targetSeconds: number; due: string }[];
  readonly clockCases: readonly { id: string; calendar: string; targetSeconds: number; events: readonly (readonly [string, string, (number | string)?])[]; usedSeconds: number; due: string; flag?: string; retargetGraceSeconds?: number }[];
  readonly legalMonthCases: readonly { id: string; zone: string; receivedLocalDate: string; months: number; rawLastDay: string; lastDay: string }[];
  readonly businessDayCases: readonly { id: string; calendar: string; start: string; businessDays: number; due: string }[];
  readonly errorCases: readonly { id: string; calendar?: GoldenCalendar; targetSeconds?: number; error: string }[];
}

/** The committed cases that the engine is held to. */
export const golden = (): Golden => JSON.parse(readFileSync(join(__dirname, '../../../../test/fixtures/deadlines.json'), 'utf8')) as Golden;

const hours = (list: readonly (readonly [string, string])[]): Hours[] => list.map(([from, to]) => ({ from, to }));

/** A calendar of the cases in the engine's own shape. */
export function definitionOf(calendar: GoldenCalendar): CalendarDefinition {
  return {
    zone: calendar.tz,
    always: calendar.always ?? false,
    weekly: Object.entries(calendar.weekly).flatMap(([isoDay, list]) => hours(list).map((h) => ({ isoDay: Number(isoDay) as IsoDay, ...h }))),
    days: [
      ...(calendar.closedDates ?? []).map((date) => ({ date, kind: 'closed' as const, intervals: [], source: 'law' as const, label: null })),
      ...Object.entries(calendar.exceptions ?? {}).map(([date, list]) => ({ date, kind: 'hours' as const, intervals: hours(list), source: 'custom' as const, label: null })),
    ],
  };
}
