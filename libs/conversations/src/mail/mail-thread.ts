import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer, ThreadTask } from './mail-worker';
import { MailUnreadable } from './mail-unreadable';
import { processMailHere } from './process-mail';
import { sanitiseHtml } from './sanitise-html';

/** The other side of `MailThreads`: one task at a time, an answer for each. */
const port = parentPort;
if (!port) throw new Error('mail-thread runs in a worker thread only');

port.on('message', (task: ThreadTask) => {
  void answer(task).then((reply) => port.postMessage(reply));
});
port.postMessage({ kind: 'ready' } satisfies ThreadAnswer);

async function answer(task: ThreadTask): Promise<ThreadAnswer> {
  try {
    if (task.kind === 'sanitise') return { kind: 'sanitised', result: sanitiseHtml(task.html, { files: task.files }) };
    const raw = Buffer.from(task.raw.buffer, task.raw.byteOffset, task.raw.byteLength);
    return { kind: 'processed', result: await processMailHere(raw, task.options) };
  } catch (error) {
    if (error instanceof MailUnreadable) return { kind: 'unreadable', reason: error.reason, detail: error.message };
    // whatever a library throws over a mail is that mail's fault until shown otherwise
    return { kind: 'unreadable', reason: 'broken', detail: error instanceof Error ? error.name : 'unknown' };
  }
}
