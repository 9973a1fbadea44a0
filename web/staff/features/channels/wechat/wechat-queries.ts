import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { MenuButton, WechatExtrasView } from '#contracts/channels/wechat'
import { api } from '../../../app/api.ts'

export type ShopLine = WechatExtrasView['shops'][number]

export const wechatQuery = (id: string) =>
  queryOptions({
    queryKey: ['channels', 'wechat', id] as const,
    queryFn: ({ signal }) => api.get('/api/channels/{id}/wechat', { params: { path: { id } }, signal }),
  })

export function usePublishMenu(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (buttons: MenuButton[]) =>
      api.put('/api/channels/{id}/wechat/menu', { params: { path: { id } }, body: { buttons } }),
    onSuccess: (now) => client.setQueryData(wechatQuery(id).queryKey, now),
  })
}

export function useMakeScene(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (shopId: string) =>
      api.post('/api/channels/{id}/wechat/scenes', { params: { path: { id } }, body: { shopId } }),
    onSuccess: (now) => client.setQueryData(wechatQuery(id).queryKey, now),
  })
}
