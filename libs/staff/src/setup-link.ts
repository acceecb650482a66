import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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

  /**
   * Called when an api starts: sees to a link when there is no account yet, removes the file otherwise. Of two apis that start
   * together the second finds the first's link and leaves it alone.
   */
  async ensure(): Promise<void> {
    const file = setupLinkFile(this.config);
    const made = await this.database.transaction(async () => {
      // From here on the other waits, until the link is made and written down.
      if (await this.links.somebody()) return rm(file, { force: true }).then(() => false);
      const known = await tokenIn(file);
      if (known !== null && (await this.links.fresh(known))) return false;
      const link = new URL('/setup', this.config.http.publicUrl);
      link.searchParams.set('token', await this.links.make());
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${link.href}\n`, { mode: 0o600 });
      return true;
    });
    if (made) log.info({ file, minutes: LIMITS.setup.linkMinutes }, 'nobody works here yet: the link that makes the first administrator is in this file');
  }
}

/** The token of the link that lies in the file; null when there is none. */
async function tokenIn(file: string): Promise<string | null> {
  const text = (await readFile(file, 'utf8').catch(() => '')).trim();
  return URL.canParse(text) ? new URL(text).searchParams.get('token') : null;
}
