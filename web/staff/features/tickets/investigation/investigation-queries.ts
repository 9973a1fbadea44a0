import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Assessment, DecideAssessment, GiveOpinion, OpenAssessment } from '#contracts/tickets/assessment'
import type {
  AddEvidence,
  Colleagues,
  ConcludeInvestigation,
  GiveStatement,
  Investigation,
  SaveInvestigation,
} from '#contracts/tickets/investigation'
import { api } from '../../../app/api.ts'

const on = (id: string) => ({ params: { path: { id } } })
const key = (id: string, what: string) => ['tickets', 'one', id, what] as const

export function useInvestigation(ticketId: string) {
  return useQuery({
    queryKey: key(ticketId, 'investigation'),
    queryFn: ({ signal }): Promise<Investigation> =>
      api.get('/api/tickets/{id}/investigation', { ...on(ticketId), signal }),
  })
}

export function useAssessments(ticketId: string) {
  return useQuery({
    queryKey: key(ticketId, 'assessments'),
    queryFn: ({ signal }): Promise<Assessment[]> =>
      api.get('/api/tickets/{id}/assessments', { ...on(ticketId), signal }),
  })
}

/** Whom one may name, ask or invite; fetched when a form first needs it. */
export function useColleagues(ticketId: string) {
  return useQuery({
    queryKey: key(ticketId, 'colleagues'),
    queryFn: ({ signal }): Promise<Colleagues> =>
      api.get('/api/tickets/{id}/colleagues', { ...on(ticketId), signal }),
    staleTime: 60_000,
  })
}

type Deed<T> = (id: string) => Promise<T>

/** What can be done to an investigation; each answers with the record as it now stands. */
export const deeds = {
  save:
    (body: z.input<typeof SaveInvestigation>): Deed<Investigation> =>
    (id) =>
      api.put('/api/tickets/{id}/investigation', { ...on(id), body }),
  conclude:
    (body: z.input<typeof ConcludeInvestigation>): Deed<Investigation> =>
    (id) =>
      api.put('/api/tickets/{id}/investigation/conclusion', { ...on(id), body }),
  reopen:
    (reason: string): Deed<Investigation> =>
    (id) =>
      api.delete('/api/tickets/{id}/investigation/conclusion', { ...on(id), body: { reason } }),
  addEvidence:
    (body: z.input<typeof AddEvidence>): Deed<Investigation> =>
    (id) =>
      api.post('/api/tickets/{id}/evidence', { ...on(id), body }),
  withdraw:
    (evidenceId: string, reason: string): Deed<Investigation> =>
    (id) =>
      api.delete('/api/tickets/{id}/evidence/{evidenceId}', {
        params: { path: { id, evidenceId } },
        body: { reason },
      }),
  accuse:
    (staffId: string): Deed<Investigation> =>
    (id) =>
      api.put('/api/tickets/{id}/accused', { ...on(id), body: { staffId } }),
  unaccuse:
    (reason: string): Deed<Investigation> =>
    (id) =>
      api.delete('/api/tickets/{id}/accused', { ...on(id), body: { reason } }),
  state:
    (body: z.input<typeof GiveStatement>): Deed<Investigation> =>
    (id) =>
      api.put('/api/tickets/{id}/statement', { ...on(id), body }),
}

/** The ticket itself may have changed too: its cause, its owner, what is still missing. */
export function useInvestigationDeed(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: Deed<Investigation>) => deed(ticketId),
    onSuccess: (record) => client.setQueryData(key(ticketId, 'investigation'), record),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['tickets', 'one', ticketId] })
      void client.invalidateQueries({ queryKey: ['tickets', 'todos'] })
    },
  })
}

/** Opening a piece of evidence is kept: who and when. */
export function useLook(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (evidenceId: string) =>
      api.put('/api/tickets/{id}/evidence/{evidenceId}/look', {
        params: { path: { id: ticketId, evidenceId } },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: key(ticketId, 'investigation') }),
  })
}

const at = (id: string, assessmentId: string) => ({ params: { path: { id, assessmentId } } })

export const assessmentDeeds = {
  open:
    (body: z.input<typeof OpenAssessment>): Deed<Assessment[]> =>
    (id) =>
      api.post('/api/tickets/{id}/assessments', { ...on(id), body }),
  opine:
    (assessmentId: string, body: z.input<typeof GiveOpinion>): Deed<Assessment[]> =>
    (id) =>
      api.put('/api/tickets/{id}/assessments/{assessmentId}/opinion', { ...at(id, assessmentId), body }),
  decide:
    (assessmentId: string, body: z.input<typeof DecideAssessment>): Deed<Assessment[]> =>
    (id) =>
      api.put('/api/tickets/{id}/assessments/{assessmentId}/decision', { ...at(id, assessmentId), body }),
  cancel:
    (assessmentId: string, reason: string): Deed<Assessment[]> =>
    (id) =>
      api.delete('/api/tickets/{id}/assessments/{assessmentId}', {
        ...at(id, assessmentId),
        body: { reason },
      }),
}

export function useAssessmentDeed(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: Deed<Assessment[]>) => deed(ticketId),
    onSuccess: (list) => client.setQueryData(key(ticketId, 'assessments'), list),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['tickets', 'one', ticketId] })
      void client.invalidateQueries({ queryKey: ['tickets', 'todos'] })
    },
  })
}
