import { onlineManager, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useCan, useMe } from '../../../app/session.ts'
import { forget, type KeptEntry, keep, keptBy } from './outbox-store.ts'
import { sendKept } from './send-kept.ts'

const KEY = ['outbox'] as const
const RETRY_MS = 20_000

/** What waits on this machine to be sent. */
export function useKept() {
  const { staffId } = useMe()
  return useQuery({ queryKey: KEY, queryFn: () => keptBy(staffId), staleTime: 0, networkMode: 'always' })
}

/** Writes an entry down, takes one back, or sends all now. */
export function useOutbox() {
  const client = useQueryClient()
  const { staffId } = useMe()
  const changed = useCallback(() => client.invalidateQueries({ queryKey: KEY }), [client])
  const send = useCallback(async () => {
    const sent = await sendKept(staffId).catch(() => 0)
    await changed()
    if (sent) void client.invalidateQueries({ queryKey: ['tickets'] })
  }, [client, staffId, changed])
  return {
    send,
    keep: async (entry: KeptEntry) => {
      await keep(entry)
      await changed()
    },
    drop: async (submissionId: string) => {
      await forget(submissionId)
      await changed()
    },
  }
}

/** Sends what waits as soon as there is a network: at the start, when it comes back, when the page is looked at again. */
export function useSendKept(): void {
  const may = useCan('tickets.enter')
  const { send } = useOutbox()
  const { data } = useKept()
  const waiting = data?.some((entry) => !entry.problem) ?? false
  useEffect(() => {
    if (!may || !waiting) return
    void send()
    const back = onlineManager.subscribe((online) => {
      if (online) void send()
    })
    const seen = () => {
      if (document.visibilityState === 'visible') void send()
    }
    document.addEventListener('visibilitychange', seen)
    const again = setInterval(() => void send(), RETRY_MS)
    return () => {
      back()
      document.removeEventListener('visibilitychange', seen)
      clearInterval(again)
    }
  }, [may, waiting, send])
}
