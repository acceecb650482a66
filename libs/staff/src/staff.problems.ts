import { Problem } from '@kaiku/kernel';

/** The same answer for an unknown account, a wrong password and a deactivated account. */
export class SignInRefused extends Problem {
  constructor(readonly code: 'sign_in.refused' | 'sign_in.insecure_address' = 'sign_in.refused') {
    super();
  }
}

export class SignInThrottled extends Problem {
  readonly code = 'sign_in.throttled';
  constructor(readonly retryAfterSeconds: number) {
    super({ retryAfterSeconds, minutes: Math.ceil(retryAfterSeconds / 60) });
  }
  override extras(): Record<string, unknown> {
    return { retryAfterSeconds: this.retryAfterSeconds };
  }
}

/** Unknown, used, out of date, or somebody already works here. */
export class SetupLinkInvalid extends Problem {
  readonly code = 'setup.link_invalid';
}

export class StaffNotFound extends Problem {
  readonly code = 'staff.not_found';
}

export class StaffEmailTaken extends Problem {
  readonly code = 'staff.email_taken';
}

export class CannotChangeOwnRights extends Problem {
  readonly code = 'staff.own_rights';
}

/** The desk would be left without anybody who can manage accounts. */
export class LastAdmin extends Problem {
  readonly code = 'staff.last_admin';
}

export class TeamNotFound extends Problem {
  readonly code = 'team.not_found';
}
