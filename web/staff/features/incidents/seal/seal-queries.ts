import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AcknowledgeSeal, OrderSeal } from '#contracts/incidents/seal'
import { api } from '../../../app/api.ts'
import { useCan } from '../../../app/session.ts'
import { useBatchesInUse, useMenu } from '../../menu/index.ts'
import type { Deed } from '../incident-queries.ts'

const AGAIN_MS = 60_000

export const sealDeeds = {
  order:
    (body: z.input<typeof OrderSeal>): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/seals', { params: { path: { id } }, body }),
  lift:
    (sealId: string, why: string): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/seals/{sealId}/lifting', {
        params: { path: { id, sealId } },
        body: { why },
      }),
}

/** What a seal or a search may name: the batches that shops have open now, and every ingredient of theirs and of the menu. */
export function useSealable() {
  const menu = useMenu('').data ?? []
  const batches = useBatchesInUse().data ?? []
  const ingredients = [
    ...new Set([...batches.map((b) => b.ingredient), ...menu.flatMap((item) => item.ingredients)]),
  ]
  return { batches, ingredients }
}

/** What my shops still have to seal, and what they sealed lately. */
export function useMySeals(wanted = true) {
  const mayAnswer = useCan('incidents.acknowledgeSeal')
  return useQuery({
    queryKey: ['incidents', 'my-seals'],
    queryFn: ({ signal }) => api.get('/api/seals/mine', { signal }),
    enabled: wanted && mayAnswer,
    refetchInterval: AGAIN_MS,
  })
}

type Answer = { sealId: string; shopId: string; body: z.input<typeof AcknowledgeSeal> }

export function useAcknowledge() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ sealId, shopId, body }: Answer) =>
      api.post('/api/seals/{id}/shops/{shopId}/acknowledgements', {
        params: { path: { id: sealId, shopId } },
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  })
}
