import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { RuleRunPage, SaveRule, TryRule } from '#contracts/tickets/rules'
import { api } from '../../../app/api.ts'

const rulesQuery = queryOptions({
  queryKey: ['tickets', 'rules'],
  queryFn: ({ signal }) => api.get('/api/rules', { signal }),
})

export function useRules() {
  return useQuery(rulesQuery)
}

export type RuleChange =
  | { change: 'create'; rule: z.input<typeof SaveRule> }
  | { change: 'save'; id: string; rule: z.input<typeof SaveRule> }
  | { change: 'switch'; id: string; on: boolean }
  | { change: 'order'; ids: string[] }
  | { change: 'delete'; id: string }

/** Every change answers with all rules as they now stand. */
export function useChangeRules() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: (rules) => client.setQueryData(rulesQuery.queryKey, rules),
  })
}

function send(given: RuleChange) {
  switch (given.change) {
    case 'create':
      return api.post('/api/rules', { body: given.rule })
    case 'save':
      return api.put('/api/rules/{id}', { params: { path: { id: given.id } }, body: given.rule })
    case 'switch':
      return api.put('/api/rules/{id}/switch', { params: { path: { id: given.id } }, body: { on: given.on } })
    case 'order':
      return api.put('/api/rules/order', { body: { ids: given.ids } })
    case 'delete':
      return api.delete('/api/rules/{id}', { params: { path: { id: given.id } } })
  }
}

export function useTryRule() {
  return useMutation({
    mutationFn: (body: z.input<typeof TryRule>) => api.post('/api/rules/trial', { body }),
  })
}

/** What one rule did, newest first. */
export function useRuleRuns(id: string) {
  return useInfiniteQuery({
    queryKey: ['tickets', 'rules', id, 'runs'],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof RuleRunPage>> =>
      api.get('/api/rules/{id}/runs', { params: { path: { id }, query: { cursor: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.runs),
  })
}
