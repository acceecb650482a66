import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '@kaiku/platform';
import { FileKeys } from './file-keys';
import { seal, unseal } from '../mail/seal';

/** Sealed bytes on disk under random names, outside every web root. */
@Injectable()
export class FileStore {
  constructor(
    private readonly config: Config,
    private readonly keys: FileKeys,
  ) {}

  /** Writes and syncs before it returns; a crash leaves a stray file, never half a one under a known name. */
  async put(bytes: Buffer): Promise<{ storedAs: string; keyId: string }> {
    const storedAs = randomUUID();
    const path = this.path(storedAs);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    const handle = await open(`${path}.part`, 'wx', 0o600);
    try {
      await handle.writeFile(seal(bytes, this.keys.ring, storedAs));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.part`, path);
    return { storedAs, keyId: this.keys.ring.current };
  }

  async get(storedAs: string): Promise<Buffer> {
    return unseal(await readFile(this.path(storedAs)), this.keys.ring, storedAs);
  }

  /** Also of one that is gone already: what removes is repeated. */
  async remove(storedAs: string): Promise<void> {
    await rm(this.path(storedAs), { force: true });
  }

  private path(storedAs: string): string {
    if (!/^[0-9a-f-]{36}$/.test(storedAs)) throw new Error('not a name of the file store');
    return join(this.config.dataFolder, 'files', storedAs.slice(0, 2), storedAs);
  }
}
