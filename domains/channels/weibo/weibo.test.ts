import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import { type Connected, connectChannel, saidIn, sentIn } from '#test/connected'
import type { MadeStaff } from '#test/make'
import { openWeibo, weiboQuery } from '../../../test/simulators/weibo.ts'

const NOW = '2026-03-02T12:00:00+08:00'
const VECTORS = join(import.meta.dirname, '..', '..', '..', 'test', 'vectors', 'douyin-weibo-sign.json')
const FAN = '98587250597500702'

let app: TestApp
let platform: Awaited<ReturnType<typeof openWeibo>>
let agent: MadeStaff
let channel: Connected

beforeAll(async () => {
  app = await startApp({ now: NOW })
  platform = await openWeibo()
  agent = await app.make.staff({ role: 'agent' })
  const people = { admin: await app.make.staff({ role: 'admin' }), agent }
  channel = await connectChannel(app, people, 'weibo', platform.settings)
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

function pushed(body: string, type = 'application/json') {
  return channel.push(weiboQuery(app.services.now().getTime()), body, { 'content-type': type })
}
const text = (words: string, at = 'Mon Mar 02 12:00:00 +0800 2026') =>
  `{"type":"text","receiver_id":1902538057,"sender_id":${FAN},"created_at":"${at}","text":"${words}","data":{}}`

test('the published check is answered with echostr, and only when it is signed', async () => {
  const { weibo: v } = JSON.parse(readFileSync(VECTORS, 'utf8'))
  await channel.save({ appSecret: v.appSecret })
  app.setNow(new Date(Number(v.timestamp) + 1000).toISOString())
  const query = { signature: v.signature, timestamp: v.timestamp, nonce: v.nonce, echostr: v.echostr }
  const res = await channel.call(`?${new URLSearchParams(query)}`)
  expect([res.statusCode, res.body]).toEqual([200, v.echostr])
  const forged = new URLSearchParams({ ...query, nonce: '1' })
  expect((await channel.call(`?${forged}`)).statusCode).toBe(403)
  app.setNow(NOW)
  await channel.save({ appSecret: platform.secret })
})

test('a private message is acknowledged and answered, three times in three days', async () => {
  await pushed(text('护手霜过敏了'))
  await app.sweep()
  const ticket = async () => (await channel.tickets('护手霜过敏了'))[0]
  expect(platform.replies).toEqual([{ receiver: FAN, text: expect.stringContaining('HY-') }])
  const reply = async (words: string) => {
    await app.as(agent).post(`/tickets/${(await ticket())!.id}/replies`, { text: words })
    await app.sweep()
  }
  platform.fail('brokenStatus')
  await reply('请先停用，我们马上联系您')
  app.setNow('2026-03-02T12:02:00+08:00')
  await app.sweep()
  await reply('方便留个电话吗')
  await reply('还在吗')
  expect(platform.replies.map((r) => r.text).slice(1)).toEqual(['请先停用，我们马上联系您', '方便留个电话吗'])
  expect(sentIn(await ticket()).map(([, state]) => state)).toEqual(
    expect.arrayContaining(['sent', 'sent', 'failed']),
  )
  expect((await channel.dead())[0]).toMatchObject({ problem: 'replyWindowOver' })
})

test('another word from the customer opens the window again', async () => {
  app.setNow('2026-03-06T12:00:00+08:00')
  await pushed(text('在的', 'Fri Mar 06 12:00:00 +0800 2026'))
  await app.sweep()
  const [ticket] = await channel.tickets('护手霜过敏了')
  await app.as(agent).post(`/tickets/${ticket!.id}/replies`, { text: '我们现在打给您' })
  await app.sweep()
  expect(platform.replies.at(-1)!.text).toBe('我们现在打给您')
})

test('XML says the same as JSON, and a document type is never read', async () => {
  const xml = (words: string) =>
    `<xml><ToUserName>1902538057</ToUserName><FromUserName>222</FromUserName><CreateTime>1772769600</CreateTime><MsgType>text</MsgType><Content><![CDATA[${words}]]></Content></xml>`
  for (let n = 0; n < 3; n++) expect((await pushed(xml('包裹是空的'), 'text/xml')).statusCode).toBe(200)
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${xml('&a;')}`
  expect((await pushed(bomb, 'text/xml')).statusCode).toBe(400)
  expect((await pushed('<xml><MsgType>text', 'text/xml')).statusCode).toBe(400)
  await app.sweep()
  expect((await channel.tickets('包裹是空的')).map(saidIn)).toEqual([['包裹是空的']])
})

test('a picture comes along; a follow is only noted; a mention is read here and answered in Weibo', async () => {
  const common = '"receiver_id":1902538057,"created_at":"Fri Mar 06 12:00:00 +0800 2026"'
  await pushed(
    `{"type":"image",${common},"sender_id":333,"text":"看照片","data":{"tovfid":98587250597500703}}`,
  )
  await pushed(`{"type":"event",${common},"sender_id":444,"text":"","data":{"subtype":"follow"}}`)
  await pushed(
    `{"type":"mention",${common},"sender_id":555,"text":"@茶屿 太难喝","data":{"subtype":"mention_status","key":"4999"}}`,
  )
  await app.sweep()
  const [photo] = await channel.tickets('看照片')
  expect(photo!.entries[0]!.photos).toHaveLength(1)
  const [mention] = await channel.tickets('@茶屿 太难喝')
  expect(mention!.entries[0]!.data).toMatchObject({ about: { url: 'https://weibo.com/555/4999' } })
  const before = platform.replies.length
  await app.as(agent).post(`/tickets/${mention!.id}/replies`, { text: '抱歉' })
  await app.sweep()
  expect(platform.replies).toHaveLength(before)
  expect((await channel.dead())[0]).toMatchObject({ problem: 'notFromHere' })
  expect(await channel.strays()).toEqual([])
})

test('the connection test says how long the token lives, and when it has ended', async () => {
  expect((await channel.test()).steps).toMatchObject([{ step: 'token', ok: true, data: { days: 20 } }])
  await channel.save({ accessToken: 'another-token' })
  expect((await channel.test()).steps).toMatchObject([{ step: 'token', fault: 'tokenExpired' }])
  expect(await channel.health()).toMatchObject({ state: 'fault', code: 'tokenExpired' })
})
