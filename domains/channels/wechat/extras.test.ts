import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WechatExtrasView } from '#contracts/channels/wechat'
import { openWorld, type World } from '#test/wechat-world'
import { readBody, textOf } from './body.ts'

let w: World
let at: string
beforeAll(async () => {
  w = await openWorld()
  at = `/channels/${w.channelId}/wechat`
})
afterAll(() => w.close())

const buttons = [
  { name: '有话要说', deed: { kind: 'page', url: 'https://care.example.test/q/abcd' }, items: [] },
  {
    name: '服务',
    deed: null,
    items: [
      { name: '营业时间', deed: { kind: 'reply', text: '每天 10:00–22:00，春节不休息。' } },
      { name: '门店', deed: { kind: 'page', url: 'https://care.example.test/shops' } },
    ],
  },
]
const publish = (menu: object[]) => w.app.as(w.admin).put<WechatExtrasView>(`${at}/menu`, { buttons: menu })

test('a menu is published in WeChat’s words, kept, and a tapped button is answered at once', async () => {
  const published = await publish(buttons)
  expect(published.status, published.text).toBe(200)
  expect(published.body.menu.buttons).toEqual(buttons)
  const menu = w.service.state.menus.at(-1) as { button: { sub_button: { key: string; type: string }[] }[] }
  expect(menu.button[0]).toEqual({ name: '有话要说', type: 'view', url: 'https://care.example.test/q/abcd' })
  const [tap] = menu.button[1]!.sub_button
  expect(tap!.type).toBe('click')
  const answer = await w.event('oTap', { Event: 'CLICK', EventKey: tap!.key }, { mode: 'secure' })
  expect(textOf(readBody(answer.body), 'Encrypt')).not.toBe('')
  await w.connect({ mode: 'plain' })
  const plain = await w.event('oTap', { Event: 'CLICK', EventKey: tap!.key }, { mode: 'plain', nonce: '2' })
  expect(readBody(plain.body)).toMatchObject({
    ToUserName: 'oTap',
    MsgType: 'text',
    Content: '每天 10:00–22:00，春节不休息。',
  })
  const unknown = await w.event('oTap', { Event: 'CLICK', EventKey: 'of-an-older-menu' }, { mode: 'plain' })
  expect(unknown.body).toBe('success')
  await w.connect({ mode: 'secure' })
  expect((await w.app.as(w.admin).get<WechatExtrasView>(at)).body.menu.buttons).toEqual(buttons)
})

test('no buttons take the menu away; what WeChat refuses is told and not kept', async () => {
  w.service.trouble('/cgi-bin/menu/create', { errcode: 48001, errmsg: 'api unauthorized' })
  const refused = await publish([buttons[0]!])
  expect(refused.problem).toMatchObject({ code: 'channels.serviceRefused', data: { fault: 'notAuthorised' } })
  expect((await w.app.as(w.admin).get<WechatExtrasView>(at)).body.menu.buttons).toEqual(buttons)
  expect((await publish([])).body.menu.buttons).toEqual([])
  expect(w.service.state.menus.at(-1)).toBeNull()
})

test.each([
  ['a name of more than 16 bytes', [{ ...buttons[0]!, name: '一二三四五六' }]],
  ['four buttons', Array.from({ length: 4 }, () => buttons[0]!)],
  ['a button that does nothing', [{ name: '空', deed: null, items: [] }]],
  ['a page that is none', [{ name: '页', deed: { kind: 'page', url: 'javascript:alert(1)' }, items: [] }]],
])('refused before WeChat is asked: %s', async (_case, menu) => {
  const asked = w.service.state.calls.length
  expect((await publish(menu)).status).toBe(400)
  expect(w.service.state.calls).toHaveLength(asked)
})

test('a code of a shop carries the shop’s own code, and whoever follows by it comes from there', async () => {
  const made = await w.app.as(w.admin).post<WechatExtrasView>(`${at}/scenes`, { shopId: w.shop.id })
  expect(made.status, made.text).toBe(200)
  const shop = made.body.shops.find((s) => s.id === w.shop.id)!
  expect(w.service.state.scenes).toEqual([w.shop.code])
  expect(shop.picture).toBe(`${w.service.base}/cgi-bin/showqrcode?ticket=gQ%2B%2F${w.shop.code}%3D%3D`)
  const unknown = await w.app.as(w.admin).post(`${at}/scenes`, { shopId: w.channelId })
  expect(unknown.problem.code).toBe('channels.unknownShop')
})

test('another kind of channel has none of it', async () => {
  const other = await w.app.as(w.admin).post<{ id: string }>('/channels', { kind: 'monitor', name: '舆情' })
  expect((await w.app.as(w.admin).get(`/channels/${other.body.id}/wechat`)).problem.code).toBe(
    'channels.notFound',
  )
})
