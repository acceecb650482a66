import type { StaffActor } from '@kaiku/kernel';
import type { RoleId } from '@kaiku/staff';
import { anActorWith, aStaffMember, type Sql } from '@kaiku/staff/testing';

/** Inserts a colleague who is in these teams, and gives them as the actor that their session would; an agent unless told. */
export async function staffIn(db: Sql, teamIds: readonly string[], over: { name?: string; roles?: RoleId[]; active?: boolean } = {}): Promise<StaffActor> {
  const roles = over.roles ?? ['agent'];
  const { id, name } = await aStaffMember(db, { name: over.name, roles, teamIds: [...teamIds], active: over.active, password: null });
  return anActorWith(roles, { id, name, teamIds: new Set(teamIds) });
}
