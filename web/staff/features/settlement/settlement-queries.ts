import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { SettledOrderPage, Settlement } from '#contracts/orders/settlement'
import { api } from '../../app/api.ts'

export type BookSpan = { month: string; shop?: string | undefined }

export function useSettlement({ month, shop }: BookSpan) {
  return useQuery({
    queryKey: ['orders', 'settlement', { month, shop }],
    queryFn: ({ signal }): Promise<Settlement> =>
      api.get('/api/settlement', { params: { query: { month, shop } }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function useSettledOrders(day: string, shop: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['orders', 'settlement', 'day', { day, shop }],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof SettledOrderPage>> =>
      api.get('/api/settlement/orders', { params: { query: { day, shop, cursor: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export function filePath({ month, shop }: BookSpan, format: 'csv' | 'xlsx'): string {
  return `/api/settlement/file?${new URLSearchParams({ month, format, ...(shop ? { shop } : {}) })}`
}
