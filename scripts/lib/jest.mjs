// Runs jest in phases and makes one result of them: what needs whole processes and browsers does not share the machine
// with everything else, so that a small one is slower but steady.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { say } from './say.mjs';

const JEST = [
  '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js'),
  '--config', join(root, 'test/support/jest.config.cjs'),
];
const PHASES = [
  { projects: ['unit', 'db', 'architecture', 'console'], args: [] },
  { projects: ['e2e'], args: [] },
  // One at a time: each has a browser, two servers and a database of its own.
  { projects: ['browser'], args: ['--maxWorkers=1'] },
  { projects: ['chaos'], args: ['--maxWorkers=1'], asked: true },
  { projects: ['screenshots'], args: ['--maxWorkers=1'], asked: true },
];

/** Takes `--selectProjects a b` out of the arguments. @returns the projects, undefined where none are named, and the rest */
export function selected(args) {
  const at = args.indexOf('--selectProjects');
  if (at < 0) return { rest: args };
  const end = args.findIndex((arg, i) => i > at && arg.startsWith('-'));
  const projects = args.slice(at + 1, end < 0 ? undefined : end);
  return { projects, rest: [...args.slice(0, at), ...(end < 0 ? [] : args.slice(end))] };
}

/** The phases that the arguments ask for, each with its own arguments of jest. */
export function phasesOf(args) {
  const { projects, rest } = selected(args);
  const known = PHASES.flatMap((phase) => phase.projects);
  const wanted = PHASES.map((phase) => ({ ...phase, projects: phase.projects.filter((name) => (projects ? projects.includes(name) : !phase.asked)) }));
  const others = (projects ?? []).filter((name) => !known.includes(name));
  const ownWorkers = rest.some((arg) => /^(-w|-i|--maxWorkers|--runInBand)/.test(arg));
  // A name that jest does not know is jest's to refuse.
  return [...wanted, { projects: others, args: [] }]
    .filter((phase) => phase.projects.length > 0)
    .map((phase) => [...(ownWorkers ? [] : phase.args), '--selectProjects', ...phase.projects, '--passWithNoTests', ...rest]);
}

/** Runs jest to its end, with its results in a file of this run: another run may be writing its own. @returns its exit code */
function jest(args, env, results) {
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
  const child = spawn(process.execPath, [...JEST, '--json', `--outputFile=${results}`, ...args], {
    cwd: root, env: { ...env, NODE_OPTIONS: nodeOptions }, stdio: ['ignore', 'ignore', 'inherit'],
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
  return new Promise((done) => {
    // Results are written at the end: a jest that is still there long after has left something open.
    let written = 0;
    const watch = setInterval(() => {
      written = existsSync(results) && statSync(results).size > 0 ? written + 1 : 0;
      if (written < 30) return;
      say('jest did not end by itself within 30 s of its last test: a test leaves something open.');
      child.kill('SIGKILL');
    }, 1000);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const each of ['SIGINT', 'SIGTERM']) process.off(each, pass);
      done({ code: code ?? 1, signal });
    });
  });
}

/** Jest's own results of several runs as those of one. */
export function merged(all) {
  const [first, ...others] = all;
  return others.reduce((sum, one) => {
    const counts = Object.fromEntries(Object.entries(one).filter(([name, value]) => name.startsWith('num') && typeof value === 'number').map(([name, value]) => [name, sum[name] + value]));
    return {
      ...sum, ...counts, testResults: [...sum.testResults, ...one.testResults], startTime: Math.min(sum.startTime, one.startTime),
      success: sum.success && one.success, wasInterrupted: sum.wasInterrupted || one.wasInterrupted,
    };
  }, first);
}

/** @returns the worst exit code, jest's results of all phases, and how many phases ended without any */
export async function runPhases(args, env, folder) {
  const all = [];
  let [code, lost] = [0, 0];
  for (const [i, phase] of phasesOf(args).entries()) {
    const file = join(folder, `results-${i}.json`);
    const ended = await jest(phase, env, file);
    code ||= ended.code;
    if (existsSync(file)) all.push(JSON.parse(readFileSync(file, 'utf8')));
    else if (ended.code !== 0) {
      lost += 1;
      say(`jest was ended ${ended.signal ? `by ${ended.signal}` : `with exit code ${ended.code}`} before it had any results.`);
    }
    // Told to stop: what has not begun is not begun.
    if (ended.signal === 'SIGINT' || ended.signal === 'SIGTERM' || ended.code >= 128) break;
  }
  return { code, results: all.length > 0 ? merged(all) : undefined, lost };
}
