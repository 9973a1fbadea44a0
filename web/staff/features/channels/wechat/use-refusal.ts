import { useCallback } from 'react'
import { ApiProblem } from '../../../app/api.ts'
import { useProblem } from '../../../ui/use-problem.ts'
import { useFaultWords } from '../connect/use-fault-words.ts'

/** Shows why WeChat refused in this channel's own words; anything else in the server's. */
export function useRefusal(): (error: unknown) => void {
  const show = useProblem()
  const words = useFaultWords('wechat')
  return useCallback(
    (error: unknown) => {
      const refused = error instanceof ApiProblem && error.code === 'channels.serviceRefused'
      if (!refused) return show(error)
      const { fault, ...data } = error.data ?? {}
      show(new Error(words(String(fault), data)))
    },
    [show, words],
  )
}
