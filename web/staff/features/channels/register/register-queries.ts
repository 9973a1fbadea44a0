import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AuthorityCaseInput, PublicPostInput } from '#contracts/tickets/by-hand'
import { api } from '../../../app/api.ts'

/** Enters a 12315 case; the same number again is the same case. */
export function useRegisterCase() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AuthorityCaseInput) => api.post('/api/authority-cases', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}

/** Enters a post seen on a public platform; the same address again is the same post. */
export function useRegisterPost() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: PublicPostInput) => api.post('/api/public-posts', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}
