import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import type {
  AddMeasure,
  AddStep,
  ChangePlan,
  FinishStep,
  IncidentQuery,
  IncidentRow,
  OpenIncident,
  Room,
  SaveIncident,
  SaveReview,
  SaveShops,
  WriteEntry,
} from '#contracts/incidents'
import type { AddMember } from '#contracts/incidents/people'
import type { InventTicket } from '#contracts/incidents/record'
import { ApiProblem, api } from '../../app/api.ts'
import { useCan } from '../../app/session.ts'

type View = z.infer<typeof IncidentQuery>['view']
/** Without a live stream the room is asked for anew at least this often. */
const AGAIN_MS = 30_000
const CALLS_MS = 120_000
/** Who has the room open says so this often; the server forgets it a little later. */
const HERE_MS = 25_000
const FOUND_ROWS = 20
const NAME_MOST = 120
const CONFLICT = 409
const COLLEAGUES_FRESH_MS = 60_000

const incidentsQuery = (view: View) =>
  infiniteQueryOptions({
    queryKey: ['incidents', 'list', view] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/incidents', { params: { query: { view, cursor: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: AGAIN_MS,
  })

export function useIncidents(view: View) {
  return useInfiniteQuery(incidentsQuery(view))
}

/** The rooms and drills that call me and wait for an answer, for the strip over every page and the navigation. */
export function useCallsMe(): IncidentRow[] {
  const { data } = useInfiniteQuery({
    ...incidentsQuery('calls'),
    enabled: useCan('incidents.read'),
    refetchInterval: CALLS_MS,
  })
  return data?.pages.flatMap((page) => page.rows) ?? []
}

export function usePlans(ticketId: string | undefined, wanted = true) {
  return useQuery({
    queryKey: ['incidents', 'plans', ticketId ?? ''],
    queryFn: ({ signal }) =>
      api.get('/api/incidents/plans', { params: { query: ticketId ? { ticketId } : {} }, signal }),
    enabled: wanted,
  })
}

export const roomQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', 'one', id] as const,
    queryFn: ({ signal }) => api.get('/api/incidents/{id}', { params: { path: { id } }, signal }),
    refetchInterval: AGAIN_MS,
  })

export function useRoom(id: string) {
  return useQuery(roomQuery(id))
}

/** What waits beside the room for somebody's decision; read anew with each change of it. */
export function useBeside(room: Room) {
  return useQuery({
    queryKey: ['incidents', 'one', room.id, 'beside', room.version],
    queryFn: ({ signal }) =>
      api.get('/api/incidents/{id}/beside', { params: { path: { id: room.id } }, signal }),
    placeholderData: keepPreviousData,
    enabled: room.status !== 'closed' && !room.drill,
  })
}

/** Newest first. */
export function useTimeline(id: string) {
  return useInfiniteQuery({
    queryKey: ['incidents', 'one', id, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/incidents/{id}/timeline', {
        params: { path: { id }, query: { cursor: pageParam } },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** The playbook knows no plan for what was tapped: somebody has to choose. */
export function hasNoPlan(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'incidents.noPlan'
}

export function useOpenIncident() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof OpenIncident>) => api.post('/api/incidents', { body }),
    networkMode: 'always',
    onSuccess: (room) => {
      client.setQueryData(roomQuery(room.id).queryKey, room)
      void client.invalidateQueries({ queryKey: ['incidents', 'list'] })
      void client.invalidateQueries({ queryKey: ['incidents', 'of-ticket'] })
    },
  })
}

/** One thing that is done in a room. */
export type Deed = (id: string) => Promise<unknown>
const on = (id: string) => ({ params: { path: { id } } })

export const deeds = {
  answer:
    (answer: 'acknowledged' | 'declined'): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/answer', { ...on(id), body: { answer } }),
  save:
    (body: z.input<typeof SaveIncident>): Deed =>
    (id) =>
      api.patch('/api/incidents/{id}', { ...on(id), body }),
  changePlan:
    (body: z.input<typeof ChangePlan>): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/plan', { ...on(id), body }),
  keepAsIs:
    (what: 'plan' | 'grade', key: string): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/kept', { ...on(id), body: { what, key } }),
  finishStep:
    (stepId: string, body: z.input<typeof FinishStep>): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/steps/{stepId}', { params: { path: { id, stepId } }, body }),
  reopenStep:
    (stepId: string): Deed =>
    (id) =>
      api.delete('/api/incidents/{id}/steps/{stepId}', { params: { path: { id, stepId } } }),
  addStep:
    (body: z.input<typeof AddStep>): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/steps', { ...on(id), body }),
  removeMember:
    (staffId: string): Deed =>
    (id) =>
      api.delete('/api/incidents/{id}/members/{staffId}', { params: { path: { id, staffId } } }),
  addMember:
    (body: z.input<typeof AddMember>): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/members', { ...on(id), body }),
  write:
    (body: z.input<typeof WriteEntry>): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/timeline', { ...on(id), body }),
  link:
    (ticketIds: string[]): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/tickets', { ...on(id), body: { ticketIds } }),
  unlink:
    (ticketId: string): Deed =>
    (id) =>
      api.delete('/api/incidents/{id}/tickets/{ticketId}', { params: { path: { id, ticketId } } }),
  invent:
    (body: z.input<typeof InventTicket>): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/drill-tickets', { ...on(id), body }),
  saveShops:
    (body: z.input<typeof SaveShops>): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/shops', { ...on(id), body }),
  saveSheet:
    (values: Record<string, string>): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/sheet', { ...on(id), body: { values } }),
  keepEvidence:
    (key: string, kept: boolean): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/evidence', { ...on(id), body: { key, kept } }),
  contain: (): Deed => (id) => api.put('/api/incidents/{id}/containment', on(id)),
  uncontain: (): Deed => (id) => api.delete('/api/incidents/{id}/containment', on(id)),
  saveReview:
    (body: z.input<typeof SaveReview>): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/review', { ...on(id), body }),
  addMeasure:
    (body: z.input<typeof AddMeasure>): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/measures', { ...on(id), body }),
  close:
    (words: string): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/closure', { ...on(id), body: { words } }),
}

const isRoom = (answer: unknown): answer is Room =>
  typeof answer === 'object' && answer !== null && 'checklist' in answer

/** Does one thing; the room and whatever hangs under it is fresh before the promise ends. */
export function useDeed(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: Deed) => deed(id),
    // Without a network it is refused at once, not done unseen when the network is back.
    networkMode: 'always',
    onSuccess: (answer) => {
      const key = roomQuery(id).queryKey
      if (isRoom(answer)) client.setQueryData(key, answer)
      void client.invalidateQueries({ queryKey: ['incidents', 'list'] })
      return client.invalidateQueries({ queryKey: key })
    },
    // What is refused because the room is another by now is seen as it is now.
    onError: (error) => {
      if ((error as { status?: number }).status !== CONFLICT) return
      return client.invalidateQueries({ queryKey: roomQuery(id).queryKey })
    },
  })
}

/** Colleagues who may be called or be given a measure. */
export function useColleagues() {
  return useQuery({
    queryKey: ['people', 'assignable', ''],
    queryFn: ({ signal }) => api.get('/api/assignable', { params: { query: {} }, signal }),
    staleTime: COLLEAGUES_FRESH_MS,
  })
}

/** Tickets to bring into a room, by number or words; before anything is written, the latest emergencies. */
export function useFoundTickets(q: string) {
  const found = useQuery({
    queryKey: ['tickets', 'search', q],
    queryFn: ({ signal }) => api.get('/api/search', { params: { query: { q, limit: FOUND_ROWS } }, signal }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  })
  const latest = useQuery({
    queryKey: ['tickets', 'list', 'latest-emergencies'],
    queryFn: ({ signal }) =>
      api.get('/api/tickets', {
        params: { query: { view: 'all', kind: 'emergency', sort: 'newest', limit: FOUND_ROWS } },
        signal,
      }),
    enabled: q.length === 0,
  })
  return q ? found : latest
}

export function useRevealSheet(id: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      api.post('/api/incidents/{id}/sheet/reveal', { ...on(id), body: { reason } }),
  })
}

/** Says that the reader has the room open, as long as the page is in sight. */
export function usePresence(id: string, wanted: boolean): void {
  const { mutate } = useMutation({
    mutationFn: () => api.put('/api/incidents/{id}/presence', on(id)),
  })
  useEffect(() => {
    if (!wanted) return
    const say = () => {
      if (!document.hidden) mutate()
    }
    say()
    const timer = setInterval(say, HERE_MS)
    document.addEventListener('visibilitychange', say)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', say)
    }
  }, [wanted, mutate])
}

/** A photo or a paper of this room; it goes up at once and is used by its id. */
export function uploadToRoom(id: string, file: File) {
  const body = new FormData()
  body.append('file', file)
  // A form with a file stands in no JSON schema, so the document knows no body for this path.
  return api.post('/api/incidents/{id}/files', {
    params: { path: { id }, query: { name: file.name.slice(-NAME_MOST) } },
    body,
  } as Parameters<typeof api.post<'/api/incidents/{id}/files'>>[1])
}

/** Everything in order, for paper; with a reason what is sensitive stands in the clear. */
export function useRecord(id: string, reason: string | undefined) {
  return useQuery({
    queryKey: ['incidents', 'record', id, reason ?? ''],
    queryFn: ({ signal }) =>
      api.get('/api/incidents/{id}/record', {
        params: { path: { id }, query: reason ? { reason } : {} },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
}

/** The rooms that a ticket belongs to, and whether the reader may open one for it. */
export function useIncidentsOfTicket(ticketId: string) {
  const mayRead = useCan('tickets.read')
  const { data } = useQuery({
    queryKey: ['incidents', 'of-ticket', ticketId],
    queryFn: ({ signal }) =>
      api.get('/api/tickets/{id}/incident', { params: { path: { id: ticketId } }, signal }),
    enabled: mayRead,
  })
  return { of: data, mayOpen: useCan('incidents.open') }
}
