import type { StaffActor } from '@kaiku/kernel';

/** Port: who a session token belongs to, now. Implemented by the staff library. */
export abstract class SessionReader {
  /** Null when the token is unknown, expired, or its account is deactivated. Notes that the session is in use, unless told that nobody is doing anything with it. */
  abstract read(token: string, inUse?: boolean): Promise<StaffActor | null>;
}
