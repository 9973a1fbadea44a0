import { useQuery } from '@tanstack/react-query'
import { isNumber } from '../ui/is-number.ts'
import { api } from './api.ts'

/** Who is known by the number that is being typed; nothing is asked before it is one. It is personal: kept only while it is looked at. */
export function useCaller(typed: string) {
  const contact = isNumber(typed) ? typed.trim() : ''
  return useQuery({
    queryKey: ['orders', 'caller', contact],
    queryFn: ({ signal }) => api.post('/api/orders/caller', { body: { contact }, signal }),
    enabled: contact !== '',
    gcTime: 0,
    retry: false,
  })
}
