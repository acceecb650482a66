import { registerEnumType } from '@nestjs/graphql';

export const CalendarDayKind = { CLOSED: 'closed', HOURS: 'hours' } as const;
export type CalendarDayKind = (typeof CalendarDayKind)[keyof typeof CalendarDayKind];
registerEnumType(CalendarDayKind, { name: 'CalendarDayKind' });

export const CalendarDaySource = { LAW: 'law', CUSTOM: 'custom', FEED: 'feed' } as const;
export type CalendarDaySource = (typeof CalendarDaySource)[keyof typeof CalendarDaySource];
registerEnumType(CalendarDaySource, { name: 'CalendarDaySource' });

export const CalendarApply = { KEEP: 'keep', RECALENDAR: 'recalendar', CORRECT: 'correct' } as const;
export type CalendarApply = (typeof CalendarApply)[keyof typeof CalendarApply];
registerEnumType(CalendarApply, {
  name: 'CalendarApply',
  description: 'What a changed calendar does to clocks that run: nothing, from now on, or from `effectiveFrom` on as if it had always been so.',
});
