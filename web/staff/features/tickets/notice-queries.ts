import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { NoticeList } from '#contracts/tickets/home'
import { api } from '../../app/api.ts'
import { useCan } from '../../app/session.ts'

type Notices = z.infer<typeof NoticeList>

export function useNotices() {
  const can = useCan('tickets.doTasks')
  return useQuery({
    queryKey: ['notices'],
    queryFn: ({ signal }) => api.get('/api/notices', { signal }),
    enabled: can,
    refetchInterval: 120_000,
  })
}

export function useUnseenNotices(): number {
  return useNotices().data?.unseen ?? 0
}

export function useSeeNotices() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.put('/api/notices/seen'),
    onSuccess: () =>
      client.setQueryData<Notices>(['notices'], (list) =>
        list ? { unseen: 0, notices: list.notices.map((notice) => ({ ...notice, seen: true })) } : list,
      ),
  })
}

/** What waits for me now; also where the alarms nobody has taken come from. */
export function useHome() {
  return useQuery({
    queryKey: ['home'],
    queryFn: ({ signal }) => api.get('/api/home', { signal }),
    refetchInterval: 60_000,
  })
}
