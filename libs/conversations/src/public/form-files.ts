import { Injectable } from '@nestjs/common';
import { Clock, LIMITS } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { KeepFile } from '../files/keep-file';
import { safeName } from '../mail/safe-name';
import type { Sent, SentFile } from './form-body';
import { FormRepository } from './form.repository';
import type { FormProblem } from './form.rules';
import { FormSeals } from './form-seals';
import { PublicThrottle } from './public-throttle';

export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

/** Files of one posted form: those that came with it, and those that came before and were kept. */
export interface FileIntake {
  readonly files: KeptFile[];
  readonly problems: FormProblem[];
}

/** Takes in the files of a form. They hang nowhere until the form is taken; until then a signed id brings them back. */
@Injectable()
export class FormFiles {
  constructor(
    private readonly database: Database,
    private readonly keep: KeepFile,
    private readonly forms: FormRepository,
    private readonly seals: FormSeals,
    private readonly throttle: PublicThrottle,
    private readonly clock: Clock,
  ) {}

  /** One file as it arrives. What cannot be kept is a problem that says what to do. */
  async take(intake: FileIntake, file: SentFile, sent: Sent, ip: string): Promise<void> {
    const problem = (fault: string, params: FormProblem['params'] = {}) => {
      if (!intake.problems.some((p) => p.fault === fault && p.params?.name === params.name)) intake.problems.push({ field: 'files', fault, params });
    };
    const name = safeName(file.name);
    if (!file.bytes) return problem('file_too_large', { name, maximum: LIMITS.form.fileBytes / 1024 / 1024 });
    const already = (sent.get('kept') ?? []).length + intake.files.length;
    if (already >= LIMITS.form.files) return problem('too_many_files', { maximum: LIMITS.form.files });
    const nonce = this.seals.readNonce('form', sent.get('nonce')?.[0] ?? '', this.clock.now());
    if (nonce.state !== 'good' || (await this.forms.submission(nonce.hash))) return problem('files_again');
    if (!(await this.throttle.file(ip))) return problem('files_paused');
    const prepared = await this.keep.prepare({ bytes: file.bytes, name, declaredType: file.declaredType });
    const row = await this.database.transaction(() => this.keep.record(prepared, { entryId: null, ticketId: null, uploadedBy: null }));
    intake.files.push({ id: row.id, name: row.name });
  }

  /** Files that an earlier try of this form brought, as its signed ids say. */
  async kept(sent: Sent): Promise<KeptFile[]> {
    const ids = (sent.get('kept') ?? []).slice(0, LIMITS.form.files).map((text) => this.seals.readFile(text)).filter((id): id is string => id !== null);
    return this.forms.looseFiles([...new Set(ids)]);
  }
}
