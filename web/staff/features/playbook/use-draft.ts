import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Playbook } from '#contracts/playbook'
import { useProblem } from '../../ui/use-problem.ts'
import { filledIn, looksWhole, type Path, withValue } from './draft-editing.ts'
import { type Draft, useSaveDraft } from './playbook-queries.ts'

const SAVE_AFTER_MS = 700

export type DraftSaving = 'saved' | 'saving' | 'unsaved'

/**
 * The draft as it is being edited: changes show at once and are saved by themselves a moment later.
 * Shape: a save that is overtaken by another change is followed by one more; leaving the page saves what is left.
 */
export function useDraft(draft: Draft | null) {
  const save = useSaveDraft()
  const problem = useProblem()
  const [local, setLocal] = useState<unknown>(null)
  const [state, setState] = useState<DraftSaving>('saved')
  const waiting = useRef<unknown>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const document = waiting.current
    if (document === null) return
    waiting.current = null
    setState('saving')
    try {
      await save.mutateAsync({ document })
      if (waiting.current === null) {
        setLocal(null)
        setState('saved')
      }
    } catch (error) {
      waiting.current ??= document
      setState('unsaved')
      problem(error)
    }
  }, [save.mutateAsync, problem])

  const replace = useCallback(
    (document: unknown) => {
      waiting.current = document
      setLocal(document)
      setState('saving')
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, SAVE_AFTER_MS)
    },
    [flush],
  )

  const held = local ?? draft?.document ?? null
  const document = useMemo(
    () => (looksWhole(held) ? filledIn(held as Playbook) : held) as Playbook | null,
    [held],
  )
  const change = (path: Path, value: unknown) => replace(withValue(waiting.current ?? document, path, value))

  useEffect(() => () => void flush(), [flush])
  return { document, state, change, flush }
}
