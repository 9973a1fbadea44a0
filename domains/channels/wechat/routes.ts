import { MakeScene, WechatExtrasView, WechatMenu } from '#contracts/channels/wechat'
import { IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { makeScene, publishMenu, readExtras } from './extras.ts'

export function wechatRoutes(app: App): void {
  const manage = { can: 'channels.connect' } as const
  const response = { 200: WechatExtrasView }
  app.get('/channels/:id/wechat', { config: manage, schema: { params: IdParam, response } }, (req) =>
    readExtras(req.ctx, req.params.id),
  )
  app.put(
    '/channels/:id/wechat/menu',
    { config: { ...manage, perMinute: 20 }, schema: { params: IdParam, body: WechatMenu, response } },
    (req) => publishMenu(req.ctx, req.params.id, req.body),
  )
  app.post(
    '/channels/:id/wechat/scenes',
    { config: { ...manage, perMinute: 120 }, schema: { params: IdParam, body: MakeScene, response } },
    (req) => makeScene(req.ctx, req.params.id, req.body),
  )
}
