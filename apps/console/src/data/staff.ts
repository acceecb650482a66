import { useQuery } from '@tanstack/react-query';
import { StaffDocument } from '../graphql/generated/graphql';
import { keys } from './entities';
import { execute } from './execute';

/** Colleagues and teams, for names and choices. */
export function useStaff() {
  const { data } = useQuery({ queryKey: keys.staff, queryFn: ({ signal }) => execute(StaffDocument, {}, signal), staleTime: 5 * 60_000 });
  return { staff: data?.staffMembers ?? [], teams: data?.teams ?? [] };
}
