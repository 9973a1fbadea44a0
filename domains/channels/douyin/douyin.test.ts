import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import { type Connected, connectChannel, saidIn, sentIn } from '#test/connected'
import type { MadeStaff } from '#test/make'
import { douyinComment, douyinHeaders, openDouyin } from '../../../test/simulators/douyin.ts'

const NOW = '2026-03-02T12:00:00+08:00'
const VECTORS = join(import.meta.dirname, '..', '..', '..', 'test', 'vectors', 'douyin-weibo-sign.json')

let app: TestApp
let platform: Awaited<ReturnType<typeof openDouyin>>
let agent: MadeStaff
let channel: Connected

beforeAll(async () => {
  app = await startApp({ now: NOW })
  platform = await openDouyin()
  agent = await app.make.staff({ role: 'agent' })
  const people = { admin: await app.make.staff({ role: 'admin' }), agent }
  channel = await connectChannel(app, people, 'douyin', platform.settings)
  await app.sweep()
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

const comment = (id: string, content: string, user = 'u1') => ({
  comment_id: id,
  comment_user_id: user,
  content,
  create_time: 1_772_424_000,
  reply_to_item_id: '@item/1+2==',
})
function pushed(body: string, msgId = '') {
  return channel.push('', body, douyinHeaders(body, platform.secret, msgId))
}

test('both vectors: the challenge is answered as it stands, the comment becomes a ticket', async () => {
  const { douyin } = JSON.parse(readFileSync(VECTORS, 'utf8'))
  await channel.save({ clientSecret: douyin.clientSecret })
  const [check, event] = douyin.cases
  const headersOf = (v: { signature: string; headers?: Record<string, string> }) => ({
    'content-type': 'application/json',
    'x-douyin-signature': v.signature,
    ...v.headers,
  })
  const checked = await channel.push('', check.rawBody, headersOf(check))
  expect(JSON.parse(checked.body)).toEqual(check.expectedResponse)
  expect((await channel.push('', event.rawBody, headersOf(event))).statusCode).toBe(200)
  await channel.save({ clientSecret: platform.secret })
  await app.sweep()
  expect((await channel.tickets()).map(saidIn)).toEqual([['奶茶太甜了']])
})

test('a challenge beyond 2^53 keeps every digit', async () => {
  const res = await pushed('{"event":"verify_webhook","content":{"challenge":98587250597500702}}')
  expect(res.body).toBe('{"challenge":98587250597500702}')
  expect((await pushed('{"event":"verify_webhook","content":"{\\"challenge\\":\\"a1\\"}"}')).body).toBe(
    '{"challenge":"a1"}',
  )
})

test('the same comment under another Msg-Id is no second; our own comment is no news', async () => {
  const body = douyinComment(comment('@c1', '杯子里有东西'))
  for (const id of ['m1', 'm1', 'm2', 'm3']) await pushed(body, id)
  await pushed(douyinComment(comment('@c2', '谢谢支持', platform.openId)), 'm4')
  for (const id of ['m5', 'm5']) await pushed('{"event":"unauthorize","content":"{}"}', id)
  await app.sweep()
  expect(await channel.count('杯子里有东西')).toBe(1)
  expect(await channel.count('谢谢支持')).toBe(0)
  expect(await channel.strays()).toEqual([])
})

test('what was never pushed is found by asking, page after page, and what was pushed is not doubled', async () => {
  const many = Array.from({ length: 45 }, (_, n) => ({
    ...comment(`@p${n}`, `第 ${n} 条评论`, `p${n}`),
    reply_to_item_id: undefined,
  }))
  platform.comments.set('@item/1+2==', [comment('@c1', '杯子里有东西'), ...many])
  await channel.save({ items: ['@item/1+2=='] })
  await channel.save({ timeoutMs: 1000 })
  platform.fail('tooMany', 'half', 'silent')
  const sweepAt = async (time: string) => {
    app.setNow(`2026-03-02T${time}:00+08:00`)
    await app.sweep()
  }
  for (const time of ['12:10', '12:20', '12:40']) await sweepAt(time)
  await channel.save({ timeoutMs: 10_000 })
  for (const time of ['13:10', '14:00']) await sweepAt(time)
  expect(await channel.count('第%条评论')).toBe(45)
  expect(await channel.count('杯子里有东西')).toBe(1)
  expect(await channel.health()).toMatchObject({ state: 'ok' })
})

test('a reply stands under the newest comment of this person; the token is renewed once on the way', async () => {
  await pushed(douyinComment(comment('@c9', '还没有人理我')))
  await app.sweep()
  const ticket = async () => (await channel.tickets('杯子里有东西'))[0]
  expect(saidIn(await ticket())).toEqual(['杯子里有东西', '还没有人理我'])
  platform.fail('expired')
  await app.as(agent).post(`/tickets/${(await ticket())!.id}/replies`, { text: '非常抱歉，请私信我们' })
  await app.sweep()
  expect(platform.replies).toEqual([
    { item_id: '@item/1+2==', comment_id: '@c9', content: '非常抱歉，请私信我们' },
  ])
  expect(sentIn(await ticket()).at(-1)).toEqual(['非常抱歉，请私信我们', 'sent'])
})

test('the connection test tells a missing and an ended consent apart', async () => {
  expect((await channel.test()).ok).toBe(true)
  await channel.save({ refreshToken: 'used-before' })
  expect((await channel.test()).steps).toMatchObject([{ step: 'consent', fault: 'tokenExpired' }])
  await channel.save({ openId: '' })
  expect((await channel.test()).steps).toMatchObject([{ step: 'consent', fault: 'notAuthorised' }])
})
