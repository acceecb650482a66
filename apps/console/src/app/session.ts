import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { keys } from '../data/entities';
import { execute } from '../data/execute';
import { setServerNow } from '../data/clock';
import { destroyVault, openVault } from '../data/vault';
import { stopPush } from '../features/notices/push';
import { flushDrafts, forgetDrafts } from '../features/composer/drafts';
import { MeDocument, SetupDocument, SignOutDocument, type MeFieldsFragment } from '../graphql/generated/graphql';
import { loadLocale } from '../i18n/intl';
import { setZone } from '../i18n/zone';
import { queryClient } from './query-client';

export type Me = MeFieldsFragment;

export function useMe() {
  return useQuery({
    queryKey: keys.me,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const { me } = await execute(MeDocument, {}, signal);
      if (me) await begin(me);
      return me;
    },
  });
}

const SignedInContext = createContext<Me | null>(null);
export const SignedInProvider = SignedInContext.Provider;

/** The signed-in person, told by the shell: at signing out it goes first, so that nothing inside is ever drawn for nobody. */
export function useSignedIn(): Me {
  const me = useContext(SignedInContext);
  if (!me) throw new Error('Nobody is signed in here');
  return me;
}

export function useSetup() {
  return useQuery({
    queryKey: keys.setup,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }) => {
      const { setup } = await execute(SetupDocument, {}, signal);
      setServerNow(setup.now);
      return setup;
    },
  });
}

/** What this person may do; the server decides, this only spares them buttons that would be refused. */
export function can(me: Me, permission: string): boolean {
  return me.permissions.includes(permission);
}

/** The account's language, the shop's zone and the drafts are ready before anything of the desk is drawn. */
export async function begin(me: Me): Promise<void> {
  setZone(me.timeZone);
  await Promise.all([openVault(me.id), loadLocale(me.locale)]);
}

export async function signedIn(me: Me): Promise<void> {
  // Another person may have used this browser a moment ago.
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'setup' });
  await forgetDrafts();
  await begin(me);
  queryClient.setQueryData(keys.me, me);
}

/** Drafts go to the server first; then this device forgets them. */
export async function signOut(): Promise<void> {
  await flushDrafts();
  // Whoever signs in here next is not told what is somebody else's.
  await stopPush().catch(() => undefined);
  await execute(SignOutDocument, {});
  await forgetDrafts();
  await destroyVault();
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'setup' && query.queryKey[0] !== 'me' });
  queryClient.setQueryData(keys.me, null);
}
