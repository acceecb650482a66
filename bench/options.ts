import { parseArgs } from 'node:util';

export const WORKS = ['queue-page', 'ticket-page', 'create-ticket', 'reply'] as const;
export type Work = (typeof WORKS)[number];
/** Measured beside the works: within this process, or with a worker of its own. */
export const PROBES = ['deadline-engine', 'retarget', 'reminders'] as const;
export type ProbeName = (typeof PROBES)[number];

export interface Options {
  readonly tickets: number;
  readonly rounds: number;
  /** Seconds of one measurement, after a warm-up of half of that. */
  readonly seconds: number;
  readonly works: readonly Work[];
  readonly probes: readonly ProbeName[];
  /** Only profile one work and say where its time goes; nothing is compared or written. */
  readonly profile: Work | null;
  /** Whether docs/performance.* are written. */
  readonly write: boolean;
}

/** Connections of the load, as in the page on performance. */
export const CONNECTIONS = 16;

function whole(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < low || value > high) throw new Error(`--${name}: a whole number from ${low} to ${high}`);
  return value;
}

const work = (text: string): Work => {
  const found = WORKS.find((name) => name === text);
  if (!found) throw new Error(`there is no ${text} to measure: ${[...WORKS, ...PROBES].join(', ')}`);
  return found;
};
const isProbe = (text: string): text is ProbeName => PROBES.some((name) => name === text);

export function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      tickets: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '6' }, only: { type: 'string' }, profile: { type: 'string' },
      'no-write': { type: 'boolean', default: false },
    },
  });
  const only = values.only?.split(',');
  const works = only ? only.filter((name) => !isProbe(name)).map(work) : [...WORKS];
  const probes = only ? only.filter(isProbe) : values.profile ? [] : [...PROBES];
  return {
    tickets: whole('tickets', values.tickets, 2000, 5_000_000), rounds: whole('rounds', values.rounds, 1, 50), seconds: whole('seconds', values.seconds, 1, 600), works, probes,
    profile: values.profile ? work(values.profile) : null,
    // A part of the table must not pass for the whole.
    write: !values['no-write'] && works.length === WORKS.length && probes.length === PROBES.length,
  };
}
