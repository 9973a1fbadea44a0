import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { useLinkDeed } from './link-queries.ts'

/** Does a deed at one press and says that it worked, or why not. */
export function useRun(): (deed: () => Promise<unknown>, did: string) => void {
  const deed = useLinkDeed()
  const done = useDone()
  const problem = useProblem()
  return (what, did) => deed.mutate(what, { onError: problem, onSuccess: () => done(did) })
}
