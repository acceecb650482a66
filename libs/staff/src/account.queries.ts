import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';

const BY_EMAIL = namedQuery('staff.sign-in', 'SELECT id, password_hash AS "passwordHash" FROM staff_member WHERE email = $1 AND active');
const BY_ID = namedQuery('staff.own-account', 'SELECT id, email, password_hash AS "passwordHash" FROM staff_member WHERE id = $1 AND active');

export interface Account {
  readonly id: string;
  readonly passwordHash: string | null;
}

/** Reading password hashes: only for the commands that check one. */
@Injectable()
export class AccountQueries {
  constructor(private readonly database: Database) {}

  /** An active account by its address; null for any other. */
  toSignIn(_viewer: Viewer, email: string): Promise<Account | null> {
    return this.database.one<Account>(BY_EMAIL, [email]);
  }

  /** The viewer's own account. */
  async own(viewer: Viewer): Promise<(Account & { readonly email: string }) | null> {
    return viewer.actor.kind === 'staff' ? this.database.one(BY_ID, [viewer.actor.id]) : null;
  }
}
