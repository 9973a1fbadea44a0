import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useMe } from '../../../app/session.ts'
import type { ComposerMode } from './composer-mode.ts'
import { useComposer } from './composer-queries.ts'
import { adopt, boxOf, draftsBelongTo, empty, subscribe, write } from './draft-box.ts'
import type { Writing } from './writing.ts'

/** What is being written in one mode on one ticket, shared with the person's other devices. */
export function useDraft(ticketId: string, mode: ComposerMode) {
  draftsBelongTo(useMe().staffId)
  const box = useSyncExternalStore(subscribe, () => boxOf(ticketId, mode))
  const { data } = useComposer(ticketId)
  useEffect(() => {
    if (data) adopt(ticketId, data)
  }, [ticketId, data])
  const newest = data?.newest
  const change = useCallback(
    (patch: Partial<Writing>) => {
      const { writing } = boxOf(ticketId, mode)
      const begins = patch.text?.trim() && !writing.text.trim()
      write(ticketId, mode, begins ? { seen: newest, ...patch } : patch)
    },
    [ticketId, mode, newest],
  )
  return { ...box, change, clear: () => empty(ticketId, mode) }
}
