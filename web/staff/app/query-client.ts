import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api.ts'

type Ended = () => void
let ended: Ended = () => {}

/** Called when the server no longer knows the session; the app then shows the sign-in page. */
export function onSessionEnded(run: Ended): void {
  ended = run
}

function watch(error: Error): void {
  if (error instanceof ApiProblem && error.status === 401 && error.code !== 'people.wrongPassword') ended()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (!mutation.meta?.public) watch(error)
    },
  }),
  defaultOptions: {
    queries: {
      // Asked even without a network: the service worker may have the answer.
      networkMode: 'offlineFirst',
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (count, error) =>
        count < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 502),
    },
    mutations: { retry: false },
  },
})
