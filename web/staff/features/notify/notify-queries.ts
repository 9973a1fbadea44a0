import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  CreateRobot,
  NoticeDelivery,
  SaveMailbox,
  SaveNoticePreferences,
  SaveRobot,
  SaveStaffCall,
  SaveStaffSms,
  SaveWecomApp,
  SubscribePush,
} from '#contracts/notify'
import { api } from '../../app/api.ts'

export type RobotForm = z.input<typeof CreateRobot>
export type DeliveryState = NoticeDelivery['state']

export const robotsQuery = queryOptions({
  queryKey: ['notify', 'robots'],
  queryFn: ({ signal }) => api.get('/api/robots', { signal }),
})
export const sendersQuery = queryOptions({
  queryKey: ['notify', 'senders'],
  queryFn: ({ signal }) => api.get('/api/notice-senders', { signal }),
})
export const ownNoticesQuery = queryOptions({
  queryKey: ['notify', 'own'],
  queryFn: ({ signal }) => api.get('/api/me/notices', { signal }),
})
export const deliveriesQuery = (state: DeliveryState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['notify', 'deliveries', state ?? ''] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/notice-deliveries', { params: { query: { state, after: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

function useChanged(part?: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: part ? ['notify', part] : ['notify'] })
}

export function useCreateRobot() {
  return useMutation({
    mutationFn: (body: RobotForm) => api.post('/api/robots', { body }),
    onSuccess: useChanged('robots'),
  })
}
export function useSaveRobot(id: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveRobot>) =>
      api.put('/api/robots/{id}', { params: { path: { id } }, body }),
    onSuccess: useChanged('robots'),
  })
}
export function useRemoveRobot() {
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/robots/{id}', { params: { path: { id } } }),
    onSuccess: useChanged(),
  })
}
export function useTestRobot() {
  return useMutation({
    mutationFn: (id: string) => api.post('/api/robots/{id}/test', { params: { path: { id } } }),
    onSuccess: useChanged('robots'),
  })
}
export function useSaveWecom() {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveWecomApp>) => api.put('/api/notice-senders/wecom', { body }),
    onSuccess: useChanged(),
  })
}
export function useSaveMailbox() {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveMailbox>) => api.put('/api/notice-senders/email', { body }),
    onSuccess: useChanged(),
  })
}
export function useSaveSms() {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveStaffSms>) => api.put('/api/notice-senders/sms', { body }),
    onSuccess: useChanged(),
  })
}
export function useSaveCall() {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveStaffCall>) => api.put('/api/notice-senders/call', { body }),
    onSuccess: useChanged(),
  })
}
export function useTestSender(kind: 'wecom' | 'email' | 'sms' | 'call') {
  return useMutation({
    mutationFn: () => api.post(`/api/notice-senders/${kind}/test`),
    onSuccess: useChanged('senders'),
  })
}
export function useSendAgain() {
  return useMutation({
    mutationFn: (id: string) => api.post('/api/notice-deliveries/{id}/again', { params: { path: { id } } }),
    onSuccess: useChanged('deliveries'),
  })
}

function useKeepOwn() {
  const client = useQueryClient()
  return (saved: Awaited<ReturnType<typeof readOwn>>) => client.setQueryData(ownNoticesQuery.queryKey, saved)
}
const readOwn = () => api.get('/api/me/notices')

export function useSaveOwn() {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveNoticePreferences>) => api.put('/api/me/notices', { body }),
    onSuccess: useKeepOwn(),
  })
}
export function useTestOwn() {
  return useMutation({ mutationFn: () => api.post('/api/me/notices/test') })
}
export function useSubscribe() {
  return useMutation({
    mutationFn: (body: z.input<typeof SubscribePush>) => api.post('/api/me/browsers', { body }),
    onSuccess: useKeepOwn(),
  })
}
export function useUnsubscribe() {
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/me/browsers/{id}', { params: { path: { id } } }),
    onSuccess: useKeepOwn(),
  })
}
