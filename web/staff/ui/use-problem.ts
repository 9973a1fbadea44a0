import { App } from 'antd'
import { useCallback } from 'react'

/** Shows what went wrong with something the person just did, in the server's own sentence. */
export function useProblem(): (error: unknown) => void {
  const { message } = App.useApp()
  return useCallback(
    (error: unknown) => {
      message.error(error instanceof Error ? error.message : String(error), 5)
    },
    [message],
  )
}

/** A short word that it worked. */
export function useDone(): (words: string) => void {
  const { message } = App.useApp()
  return useCallback((words: string) => void message.success(words, 2), [message])
}
