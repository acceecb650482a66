const collected = new Map<string, string>();

/** Declares permissions of one library; the role editor lists what was declared. Values are the codes themselves. */
export function definePermissions<const T extends Record<string, string>>(library: string, permissions: T): T {
  for (const code of Object.values(permissions)) {
    if (!/^[a-z_]+\.[a-z_]+$/.test(code)) throw new Error(`permission ${code} is not noun.verb`);
    if (collected.has(code)) throw new Error(`permission ${code} is declared twice`);
    collected.set(code, library);
  }
  return permissions;
}

export const declaredPermissions = (): readonly string[] => [...collected.keys()].sort();
