import { randomUUID } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import { MAIL_LIMITS } from './mail-limits';
import { startMailThread } from './mail-thread-start';
import { MailUnreadable, type UnreadableReason } from './mail-unreadable';
import { MOST_FILES, type ProcessedMail, type ProcessOptions } from './process-mail';
import type { SanitisedHtml } from './sanitise-html';
import { ThreadWatch, type ThreadLimits } from './thread-watch';

export type ThreadTask =
  | { kind: 'process'; raw: Uint8Array; options: ProcessOptions }
  | { kind: 'sanitise'; html: string; files: ReadonlyMap<string, string> };

export type ThreadAnswer =
  | { kind: 'ready' }
  | { kind: 'processed'; result: ProcessedMail }
  | { kind: 'sanitised'; result: SanitisedHtml }
  | { kind: 'unreadable'; reason: UnreadableReason; detail: string };

export interface MailThreadsOptions extends Partial<ThreadLimits> {
  /** threads at most; 1 or 2 is enough for twenty mails a second */
  threads?: number;
  /** MB of heap of each */
  heapMb?: number;
  /** makes the id a file is stored and served under; random UUID by default */
  newFileId?: () => string;
}

interface Job {
  task: ThreadTask;
  done: (answer: ThreadAnswer) => void;
  fail: (error: MailUnreadable) => void;
}

/**
 * A small pool of threads that read mail. A mail that takes too long, too much memory or kills
 * its thread rejects with MailUnreadable; the thread is replaced and the others never notice.
 * Close it at shutdown; idle threads do not keep the process alive.
 */
export class MailThreads {
  private readonly waiting: Job[] = [];
  private readonly threads = new Set<Thread>();
  private closed = false;

  constructor(private readonly options: MailThreadsOptions = {}) {}

  /** @throws MailUnreadable with the reason to show beside the quarantined raw mail */
  async processMail(raw: Buffer, options: Omit<ProcessOptions, 'fileIds'> = {}): Promise<ProcessedMail> {
    if (raw.length > MAIL_LIMITS.rawBytes) throw new MailUnreadable('too_large');
    const newFileId = this.options.newFileId ?? randomUUID;
    const fileIds = Array.from({ length: MOST_FILES }, newFileId);
    const answer = await this.run({ kind: 'process', raw, options: { ...options, fileIds } });
    if (answer.kind !== 'processed') throw new MailUnreadable('broken', 'unexpected answer');
    return withBuffers(answer.result);
  }

  /** For stored HTML whose display copy is older than SANITISER_VERSION. */
  async sanitise(html: string, files: ReadonlyMap<string, string> = new Map()): Promise<SanitisedHtml> {
    const answer = await this.run({ kind: 'sanitise', html, files });
    if (answer.kind !== 'sanitised') throw new MailUnreadable('broken', 'unexpected answer');
    return answer.result;
  }

  /** Ends all threads; mails still waiting or being read reject and can be tried again later. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.waiting.splice(0)) job.fail(new MailUnreadable('thread_died', 'closed'));
    await Promise.all([...this.threads].map((thread) => thread.end('thread_died', 'closed')));
  }

  private run(task: ThreadTask): Promise<ThreadAnswer> {
    if (this.closed) return Promise.reject(new MailUnreadable('thread_died', 'closed'));
    return new Promise((done, fail) => {
      this.waiting.push({ task, done, fail });
      this.next();
    });
  }

  private next(): void {
    if (this.waiting.length === 0 || this.closed) return;
    const idle = [...this.threads].find((thread) => thread.idle);
    if (!idle && this.threads.size >= (this.options.threads ?? 2)) return;
    const thread = idle ?? this.start();
    const job = this.waiting.shift();
    if (job) thread.give(job);
  }

  private start(): Thread {
    const heapMb = this.options.heapMb ?? MAIL_LIMITS.threadHeapMb;
    const limits: ThreadLimits = { cpuMs: this.options.cpuMs ?? MAIL_LIMITS.cpuMs, wallMs: this.options.wallMs ?? MAIL_LIMITS.wallMs };
    const worker = startMailThread({ resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 } });
    const thread = new Thread(worker, limits, () => this.next(), () => {
      this.threads.delete(thread);
      this.next();
    });
    this.threads.add(thread);
    return thread;
  }
}

/** One thread and the mail it is reading. */
class Thread {
  private job: Job | null = null;
  private ready = false;
  private ended = false;
  private readonly watch: ThreadWatch;

  constructor(
    private readonly worker: Worker,
    limits: ThreadLimits,
    private readonly freed: () => void,
    private readonly gone: () => void,
  ) {
    this.watch = new ThreadWatch(worker, limits, () => void this.end('out_of_time'));
    worker.on('message', (answer: ThreadAnswer) => this.hear(answer));
    worker.on('error', (error: Error & { code?: string }) => {
      void this.end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out_of_memory' : 'thread_died', error.code ?? error.name);
    });
    worker.on('exit', () => void this.end('thread_died', 'exit'));
    worker.unref();
  }

  get idle(): boolean {
    return this.job === null && !this.ended;
  }

  give(job: Job): void {
    this.job = job;
    this.worker.ref();
    // loading the code is not the mail's work: the watch starts when the thread is ready
    if (this.ready) this.send();
  }

  /** The one way out: whatever ended the thread, its mail is answered once. */
  async end(reason: UnreadableReason, detail?: string): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    this.watch.stop();
    const job = this.job;
    this.job = null;
    await this.worker.terminate();
    job?.fail(new MailUnreadable(reason, detail));
    this.gone();
  }

  private send(): void {
    if (!this.job) return;
    this.watch.start();
    this.worker.postMessage(this.job.task);
  }

  private hear(answer: ThreadAnswer): void {
    if (answer.kind === 'ready') {
      this.ready = true;
      this.send();
      return;
    }
    const job = this.job;
    this.job = null;
    this.watch.stop();
    this.worker.unref();
    if (answer.kind === 'unreadable') job?.fail(new MailUnreadable(answer.reason, answer.detail));
    else job?.done(answer);
    this.freed();
  }
}

/** Bytes cross threads as Uint8Array. */
function withBuffers(mail: ProcessedMail): ProcessedMail {
  return { ...mail, attachments: mail.attachments.map((file) => ({ ...file, bytes: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength) })) };
}
