import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CustomerValue } from '#contracts/playbook'
import type {
  ApprovalView,
  CompensationDesk,
  CompensationTotals,
  DecideApproval,
  IssuedPage,
  ProposeCompensation,
} from '#contracts/tickets/compensation'
import { api } from '../../../app/api.ts'
import { ticketQuery } from '../ticket-queries.ts'

const on = (id: string) => ({ params: { path: { id } } })
const deskKey = (ticketId: string) => ['tickets', 'one', ticketId, 'compensation'] as const

/** Suggestions, limits, doubles and everything proposed on one ticket; a live change fetches it again. */
export function useCompensation(ticketId: string) {
  return useQuery({
    queryKey: deskKey(ticketId),
    queryFn: ({ signal }): Promise<CompensationDesk> =>
      api.get('/api/tickets/{id}/compensation', { ...on(ticketId), signal }),
  })
}

export type Wish = z.input<typeof ProposeCompensation>
export const propose =
  (body: Wish) =>
  (ticketId: string): Promise<CompensationDesk> =>
    api.post('/api/tickets/{id}/compensation', { ...on(ticketId), body })
export const cancel =
  (compensationId: string) =>
  (ticketId: string): Promise<CompensationDesk> =>
    api.delete('/api/tickets/{id}/compensation/{compensationId}', {
      params: { path: { id: ticketId, compensationId } },
    })

/** One deed on a ticket's compensation; its answer is the new state, the rest of the ticket is fetched again. */
export function useCompensationDeed(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: (id: string) => Promise<CompensationDesk>) => deed(ticketId),
    onSuccess: (desk) => client.setQueryData(deskKey(ticketId), desk),
    onSettled: () => refresh(client, ticketId),
  })
}

export function useApproval(ticketId: string, approvalId: string) {
  return useQuery({
    queryKey: ['tickets', 'one', ticketId, 'approval', approvalId],
    queryFn: ({ signal }): Promise<ApprovalView> =>
      api.get('/api/approvals/{id}', { ...on(approvalId), signal }),
  })
}

export function useDecide(ticketId: string, approvalId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: DecideApproval): Promise<ApprovalView> =>
      api.put('/api/approvals/{id}', { ...on(approvalId), body }),
    onSettled: () => refresh(client, ticketId),
  })
}

function refresh(client: ReturnType<typeof useQueryClient>, ticketId: string): void {
  for (const queryKey of [
    ['tickets', 'one', ticketId],
    ['tickets', 'todos'],
    ['tickets', 'list'],
    ['tickets', 'counts'],
    ['home'],
  ])
    void client.invalidateQueries({ queryKey })
}

export function useSaveCustomerValue(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (value: CustomerValue) =>
      api.put('/api/tickets/{id}/customer-value', { ...on(ticketId), body: { value } }),
    onSuccess: (ticket) => {
      client.setQueryData(ticketQuery(ticketId).queryKey, ticket)
      void client.invalidateQueries({ queryKey: deskKey(ticketId) })
    },
  })
}

export type BookFilter = {
  month: string
  shop?: string | undefined
  kind?: CompensationDesk['list'][number]['kind'] | undefined
  settled?: 'yes' | 'no' | undefined
}

export function useTotals({ month, shop, kind }: BookFilter) {
  return useQuery({
    queryKey: ['compensations', 'totals', { month, shop, kind }],
    queryFn: ({ signal }): Promise<CompensationTotals> =>
      api.get('/api/compensations/totals', { params: { query: { month, shop, kind } }, signal }),
  })
}

export function useIssued(filter: BookFilter, wanted: boolean) {
  return useInfiniteQuery({
    queryKey: ['compensations', 'list', filter],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof IssuedPage>> =>
      api.get('/api/compensations', { params: { query: { ...filter, cursor: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: wanted,
  })
}

export function useSettle() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, reference }: { id: string; reference: string }) =>
      api.put('/api/compensations/{id}/settlement', { ...on(id), body: { reference } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['compensations'] }),
  })
}

/** Where the browser fetches the file of one filter. */
export function exportPath(filter: BookFilter, format: 'csv' | 'xlsx'): string {
  const given = Object.entries({ ...filter, format }).filter(([, value]) => value !== undefined)
  return `/api/compensations/export?${new URLSearchParams(given as [string, string][])}`
}
