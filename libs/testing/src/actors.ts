import { declaredPermissions, newId, type StaffActor } from '@kaiku/kernel';

/** A staff actor as the session would give it; all declared permissions unless told. */
export function aStaffActor(over: Partial<Omit<StaffActor, 'permissions' | 'teamIds' | 'leadTeamIds'>> & { permissions?: Iterable<string>; teamIds?: Iterable<string>; leadTeamIds?: Iterable<string> } = {}): StaffActor {
  return {
    kind: 'staff',
    id: over.id ?? newId(),
    sessionId: over.sessionId ?? newId(),
    name: over.name ?? 'Liisa Mattila',
    locale: over.locale ?? 'en',
    permissions: new Set(over.permissions ?? declaredPermissions()),
    teamIds: new Set(over.teamIds ?? []),
    leadTeamIds: new Set(over.leadTeamIds ?? []),
  };
}
