import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CheckSlip, KioskSetup, RenewSlipKey, SaveKiosk } from '#contracts/channels/box'
import { api } from '../../../app/api.ts'

const at = (id: string) => ({ params: { path: { id } } })

export const slipQuery = (id: string) =>
  queryOptions({
    queryKey: ['codes', id, 'slip'],
    queryFn: ({ signal }) => api.get('/api/codes/{id}/slip', { ...at(id), signal }),
  })

export const kioskQuery = (id: string) =>
  queryOptions({
    queryKey: ['codes', id, 'kiosk'],
    // A tablet tells nobody when it comes and goes: whoever looks sees how it is now.
    staleTime: 0,
    queryFn: ({ signal }) => api.get('/api/codes/{id}/kiosk', { ...at(id), signal }),
  })

export function useRenewSlipKey(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof RenewSlipKey>) =>
      api.put('/api/codes/{id}/slip-key', { ...at(id), body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['codes', id, 'slip'] }),
  })
}

export function useCheckSlip(id: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof CheckSlip>) =>
      api.post('/api/codes/{id}/slip-checks', { ...at(id), body }),
  })
}

export function useSaveKiosk(id: string) {
  const keep = useKeepKiosk(id)
  return useMutation({
    mutationFn: (body: z.input<typeof SaveKiosk>) => api.patch('/api/codes/{id}/kiosk', { ...at(id), body }),
    onSuccess: keep,
  })
}

export function useRenewKioskLink(id: string) {
  const keep = useKeepKiosk(id)
  return useMutation({
    mutationFn: () => api.put('/api/codes/{id}/kiosk/link', at(id)),
    onSuccess: keep,
  })
}

function useKeepKiosk(id: string) {
  const client = useQueryClient()
  return (setup: KioskSetup) => client.setQueryData(['codes', id, 'kiosk'], setup)
}
