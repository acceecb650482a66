import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredPermissions } from '@kaiku/kernel';
import { printApiSchema } from '../../apps/api/src/schema';
import { sameText } from './rules/catalog';
import { rolesGrantWhatIsDeclared } from './rules/roles';
import { loadAll } from './support/load';
import { read, ROOT } from './support/sources';
import { expectCaught, expectHeld } from './support/verdict';

const SCHEMA = 'apps/api/schema.graphql';
const UPDATE = 'run KAIKU_UPDATE_SNAPSHOTS=1 npm test -- test/architecture';

describe(SCHEMA, () => {
  it('is what the server answers to', async () => {
    const printed = await printApiSchema();
    if (process.env.KAIKU_UPDATE_SNAPSHOTS) writeFileSync(join(ROOT, SCHEMA), printed);
    expectHeld(sameText('printed-schema', read(SCHEMA), printed, UPDATE));
  });
  it('that differs is seen', () => {
    expectCaught(sameText('printed-schema', 'type Query {\n  a: Int\n}\n', 'type Query {\n  a: Int!\n}\n', UPDATE), /^- {3}a: Int$/, /^\+ {3}a: Int!$/, /out of date/);
  });
});

describe('roles', () => {
  it('grant what is declared', () => {
    loadAll('.permissions.ts');
    const { ROLES } = loadAll('staff/src/roles.ts')[0] as { ROLES: Record<string, readonly string[]> };
    expectHeld(rolesGrantWhatIsDeclared(ROLES, new Set(declaredPermissions())));
  });
  it('that grant something else are seen', () => {
    expectCaught(rolesGrantWhatIsDeclared({ agent: ['ticket.view', 'ticket.invented'], admin: ['staff.manage', 'customer.view'] }, new Set(['ticket.view', 'staff.manage', 'customer.view'])), /agent: no library declares ticket.invented/, /admin: customer.view reaches/);
  });
});
