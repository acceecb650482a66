import { QueryClient } from '@tanstack/react-query';
import { RequestFailed } from '../data/execute';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      // The live line says what changed; reading everything again at each click on the window would only flicker.
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && !(error instanceof RequestFailed && ['signed_out', 'forbidden', 'refused'].includes(error.reason)),
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4000),
    },
    mutations: { retry: false },
  },
});
