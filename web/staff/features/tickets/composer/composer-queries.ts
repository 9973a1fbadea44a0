import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import {
  type ComposerState,
  PRESENCE_EVERY_S,
  type Presence,
  type SaveDraft,
} from '#contracts/tickets/composer'
import { api } from '../../../app/api.ts'
import type { ComposerMode } from './composer-mode.ts'

const on = (id: string) => ({ path: { id } })

/** `askedAt`: when this console asked for it; what was saved later may not be in it. */
export type AskedState = ComposerState & { askedAt: number }

async function asked(ask: () => Promise<ComposerState>): Promise<AskedState> {
  const askedAt = Date.now()
  return { ...(await ask()), askedAt }
}

export const composerQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'one', id, 'composer'] as const,
    queryFn: ({ signal }): Promise<AskedState> =>
      asked(() => api.get('/api/tickets/{id}/composer', { params: on(id), signal })),
    staleTime: 0,
  })

/** Drafts, what is held back, who else is here. */
export function useComposer(id: string) {
  return useQuery(composerQuery(id))
}

/** How far the server's clock is ahead of this machine's, as the composer's state told. */
export function useServerClock(id: string): number {
  const { data, dataUpdatedAt } = useComposer(id)
  return data ? Date.parse(data.now) - dataUpdatedAt : 0
}

export function useTemplates(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['tickets', 'one', id, 'templates'],
    queryFn: ({ signal }) => api.get('/api/tickets/{id}/templates', { params: on(id), signal }),
    enabled: wanted,
    staleTime: 60_000,
  })
}

export function useMentionable(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['people', 'mentionable', id],
    queryFn: ({ signal }) => api.get('/api/tickets/{id}/mentionable', { params: on(id), signal }),
    enabled: wanted,
    staleTime: 60_000,
  })
}

export function putDraft(id: string, mode: ComposerMode, body: z.input<typeof SaveDraft>) {
  return api.put('/api/tickets/{id}/drafts/{mode}', { params: { path: { id, mode } }, body })
}

/** Takes a held message back, or sends it at once; both answer with the composer's fresh state. */
export function useHeldDeed(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ heldId, deed }: { heldId: string; deed: 'undo' | 'now' }): Promise<AskedState> => {
      const params = { path: { id, heldId } }
      return asked(() =>
        deed === 'undo'
          ? api.delete('/api/tickets/{id}/held/{heldId}', { params })
          : api.put('/api/tickets/{id}/held/{heldId}/now', { params }),
      )
    },
    onSuccess: (state, { deed }) => {
      client.setQueryData(composerQuery(id).queryKey, state)
      if (deed === 'now') void client.invalidateQueries({ queryKey: ['tickets', 'one', id] })
    },
    onError: () => void client.invalidateQueries({ queryKey: ['tickets', 'one', id] }),
  })
}

/** Says that I have the ticket open, or am writing to the customer, for as long as it is on my screen. */
export function usePresence(id: string, state: Presence['state']): void {
  const client = useQueryClient()
  useEffect(() => {
    const say = async () => {
      if (document.hidden) return
      const { now, presence } = await api.put('/api/tickets/{id}/presence', {
        params: on(id),
        body: { state },
      })
      client.setQueryData(composerQuery(id).queryKey, (known) => known && { ...known, now, presence })
    }
    // Whoever is not heard has gone; it is said again soon.
    const trying = () => void say().catch(() => {})
    const first = setTimeout(trying, SETTLE_MS)
    const beat = setInterval(trying, PRESENCE_EVERY_S * 1000)
    document.addEventListener('visibilitychange', trying)
    return () => {
      clearTimeout(first)
      clearInterval(beat)
      document.removeEventListener('visibilitychange', trying)
    }
  }, [client, id, state])
  useEffect(() => {
    // `keepalive` lets it arrive from a page that is being closed.
    const leave = () =>
      void fetch(`/api/tickets/${id}/presence`, { method: 'DELETE', keepalive: true }).catch(() => {})
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [id])
}

/** Running past a ticket with j is no visit. */
const SETTLE_MS = 400
