import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Config, Database, log } from '@kaiku/platform';
import { SetupLinkRepository } from './setup-link.repository';

/** Where the link lies for whoever may read the data folder: never in a log. */
export const setupLinkFile = (config: Config): string => join(config.dataFolder, 'first-admin-link');

/** Keeps a one-time link ready for as long as nobody works here. */
@Injectable()
export class SetupLink {
  constructor(
    private readonly config: Config,
    private readonly links: SetupLinkRepository,
    private readonly database: Database,
  ) {}

  /** Called when an api starts: writes a new link when there is no account yet, removes the file otherwise. */
  async ensure(): Promise<void> {
    const file = setupLinkFile(this.config);
    const token = await this.database.transaction(() => this.links.make());
    if (!token) return rm(file, { force: true });
    const link = new URL('/setup', this.config.http.publicUrl);
    link.searchParams.set('token', token);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${link.href}\n`, { mode: 0o600 });
    log.info({ file, minutes: LIMITS.setup.linkMinutes }, 'nobody works here yet: the link that makes the first administrator is in this file');
  }
}
