import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import { ROLES } from './roles';

/** Writes the built-in roles as the code has them; changes nothing where they are so already. */
export const SYNC_ROLES = namedQuery('staff.roles-sync', `
  INSERT INTO role (id, permissions) SELECT r.id, ARRAY(SELECT jsonb_array_elements_text(r.permissions)) FROM jsonb_to_recordset($1::jsonb) AS r(id text, permissions jsonb)
  ON CONFLICT (id) DO UPDATE SET permissions = excluded.permissions WHERE role.permissions IS DISTINCT FROM excluded.permissions`);
export const syncRolesValues = (): unknown[] => [JSON.stringify(Object.entries(ROLES).map(([id, permissions]) => ({ id, permissions })))];

@Injectable()
export class RoleRepository {
  constructor(private readonly database: Database) {}

  /** Makes the roles of the database those of the code. */
  async sync(): Promise<void> {
    await this.database.rows(SYNC_ROLES, syncRolesValues());
  }
}
