import type { CalendarDefinition, CompiledCalendar } from './calendar.types';
import { calendarHash } from './calendar-hash';
import { compileCalendar } from './compile';
import { DeadlineError } from './errors';
import { dayNumberOrNull } from './local-date';

/** Years before and after today that a calendar is first compiled for, and at most. */
const FIRST = { back: 2, ahead: 3 };
const MOST = { back: 10, ahead: 10 };

const inYears = (today: string, years: number): string => {
  const date = `${String(Number(today.slice(0, 4)) + years).padStart(4, '0')}${today.slice(4)}`;
  return dayNumberOrNull(date) === null ? `${date.slice(0, 8)}28` : date;
};

/**
 * Compiled calendars by id, each made once per content and only for as long as it is asked for: two years back and three
 * ahead, then ten. Not for several days: `today` (a local date) is that of its making.
 */
export class CalendarBook {
  private readonly definitions = new Map<string, { def: CalendarDefinition; hash: string }>();
  private readonly compiled = new Map<string, CompiledCalendar>();
  private reach = FIRST;

  constructor(readonly today: string) {}

  /** Adds a calendar version under its id; the same id must mean the same content. */
  add(id: string, def: CalendarDefinition): this {
    if (!this.definitions.has(id)) this.definitions.set(id, { def, hash: calendarHash(def) });
    return this;
  }

  has(id: string): boolean {
    return this.definitions.has(id);
  }

  /** The compiled calendar of an id that was added. */
  readonly get = (id: string): CompiledCalendar => {
    const known = this.definitions.get(id);
    if (!known) throw new RangeError(`no calendar ${id} in the book`);
    const { today, reach } = this;
    const found = this.compiled.get(known.hash) ?? compileCalendar(known.def, { from: inYears(today, -reach.back), to: inYears(today, reach.ahead) });
    this.compiled.set(known.hash, found);
    return found;
  };

  /** Runs a computation, and once more with ten years where five were too few. Beyond that `calendar.horizon_exceeded`. */
  reaching<T>(work: (calendars: (id: string) => CompiledCalendar) => T, exceeded: (result: T) => boolean = () => false): T {
    const tooShort = this.reach === FIRST;
    try {
      const result = work(this.get);
      if (!tooShort || !exceeded(result)) return result;
    } catch (error) {
      if (!tooShort || !(error instanceof DeadlineError) || error.code !== 'calendar.horizon_exceeded') throw error;
    }
    this.reach = MOST;
    this.compiled.clear();
    return work(this.get);
  }
}
