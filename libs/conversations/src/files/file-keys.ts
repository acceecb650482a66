import { Injectable } from '@nestjs/common';
import { Config } from '@kaiku/platform';
import { derive } from '../mail-secrets';
import type { Keyring } from '../mail/seal';

/** Keys of the file store by id; old ones stay readable after a change. */
@Injectable()
export class FileKeys {
  readonly ring: Keyring;
  constructor(config: Config) {
    this.ring = { current: 'k1', keys: new Map([['k1', derive(config.secret, 'files')]]) };
  }
}
