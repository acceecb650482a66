import type { StaffActor } from '@kaiku/kernel';

/** Port: who a session token belongs to, now. Implemented by the staff library. */
export abstract class SessionReader {
  /** Null when the token is unknown, expired, or its account is deactivated. Also notes that the session is in use. */
  abstract read(token: string): Promise<StaffActor | null>;
}
