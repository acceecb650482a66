import { Inspection, type Verdict } from '../support/verdict';

/** A role grants only what some library declares, and an administrator nothing of customers. */
export function rolesGrantWhatIsDeclared(roles: Readonly<Record<string, readonly string[]>>, declared: ReadonlySet<string>): Verdict {
  const seen = new Inspection('roles-grant-what-is-declared');
  for (const [role, permissions] of Object.entries(roles)) {
    for (const permission of permissions) {
      seen.expect(declared.has(permission), `${role}: no library declares ${permission}`);
      if (role === 'admin' && !/^(staff|team|setting|mailbox)\./.test(permission)) seen.breach(`admin: ${permission} reaches the data of customers`);
    }
  }
  return seen.verdict();
}
