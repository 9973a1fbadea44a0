import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { StrayList } from '#contracts/channels/connect'
import { ACCOUNT, NOON, OLD_KEY, openWorld, type World } from '#test/wechat-world'

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
beforeEach(async () => {
  w.app.setNow(NOON)
  w.service.state.allowed = true
  await w.connect({
    ...w.settings,
    mode: 'secure',
    aesKeyBefore: '',
    templateId: '',
    templateFields: [],
    welcome: '',
  })
})

const strays = async () =>
  (await w.app.as(w.admin).get<z.infer<typeof StrayList>>('/channels/strays')).body.messages
const picture = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()

test('words become a ticket; the acknowledgement and the reply stand in the same conversation', async () => {
  await w.text('oAnna', '奶茶里有异物，等了40分钟 <生气> & 要退款')
  await w.app.sweep()
  const [ticket, ...others] = await w.ticketsOf('奶茶里有异物，等了40分钟 <生气> & 要退款')
  expect(others).toEqual([])
  expect(ticket).toMatchObject({ channel: 'wechat', assignee: { id: expect.any(String) } })
  await w.reply(ticket!.id, '您好，我们马上查，今天给您答复。')
  await w.app.sweep()
  expect(w.sentTo('oAnna')).toEqual([
    expect.stringContaining(ticket!.number),
    '您好，我们马上查，今天给您答复。',
  ])
  expect(await w.fateOf(ticket!.id, '您好，我们马上查，今天给您答复。')).toBe('sent')
  await w.text('oAnna', '好的，谢谢')
  await w.app.sweep()
  const said = (await w.told(ticket!.id)).filter((e) => e.kind === 'message_in').map((e) => e.text)
  expect(said).toEqual(['奶茶里有异物，等了40分钟 <生气> & 要退款', '好的，谢谢'])
  expect((await w.health()).state).toBe('ok')
})

test('ten repeats are one message, whatever the mode they come in; the answer is success', async () => {
  await w.connect({ mode: 'compatible' })
  const source = await w.text('oBo', '杯子漏了')
  for (let i = 0; i < 9; i++) {
    const mode = (['secure', 'compatible', 'plain'] as const)[i % 3]!
    expect((await w.push(source, { mode, nonce: `n${i}` })).body).toBe('success')
  }
  await w.app.sweep()
  const [ticket, ...others] = await w.ticketsOf('杯子漏了')
  expect(others).toEqual([])
  expect(ticket!.entries.filter((e) => e.kind === 'message_in')).toHaveLength(1)
})

test('JSON pushes are understood too, and their long ids kept', async () => {
  const stamp = Math.floor(w.app.services.now().getTime() / 1000)
  const body = (id: string, text: string) =>
    `{"ToUserName":"gh_1","FromUserName":"oJo","CreateTime":${stamp},"MsgType":"text","Content":"${text}","MsgId":${id}}`
  await w.push(body('9223372036854775801', 'JSON 第一条'), { format: 'json' })
  await w.push(body('9223372036854775802', 'JSON 第二条'), { format: 'json' })
  await w.app.sweep()
  const [ticket] = await w.ticketsOf('JSON 第一条')
  expect(ticket!.entries.filter((e) => e.kind === 'message_in').map((e) => e.text)).toEqual([
    'JSON 第一条',
    'JSON 第二条',
  ])
})

test('what is forged, stale or sealed for another stays outside; the key before the last change is taken', async () => {
  const source = w.xml('oEve', { MsgType: 'text', Content: '假的', MsgId: w.nextId() })
  expect((await w.push(source, { token: 'another' })).statusCode).toBe(403)
  expect((await w.push(source, { mode: 'plain' })).statusCode).toBe(400)
  expect((await w.health()).code).toBe('plainPush')
  const old = new Date(w.app.services.now().getTime() - 3_600_000)
  expect((await w.push(source, { at: old })).statusCode).toBe(400)
  expect((await w.push(source, { appId: 'wx0000000000000000' })).statusCode).toBe(400)
  expect((await w.push(source, { aesKey: OLD_KEY })).statusCode).toBe(400)
  expect(await w.health()).toMatchObject({ state: 'fault', code: 'aesKey' })
  await w.app.sweep()
  expect(await w.ticketsOf('假的')).toEqual([])
  await w.connect({ aesKeyBefore: OLD_KEY })
  await w.text('oEve', '用旧密钥加密的', { aesKey: OLD_KEY })
  await w.app.sweep()
  expect(await w.ticketsOf('用旧密钥加密的')).toHaveLength(1)
  expect((await w.health()).state).toBe('ok')
})

test('half a message is asked for again and kept; what nobody knows goes to "needs a look"', async () => {
  const before = (await strays()).length
  const source = w.xml('oHal', { MsgType: 'text', Content: '完整的一条', MsgId: w.nextId() })
  expect((await w.push(source.slice(0, 90))).statusCode).toBe(400)
  expect((await w.push(source)).body).toBe('success')
  expect((await w.push(w.xml('oHal', { MsgType: 'hologram', MsgId: w.nextId() }))).body).toBe('success')
  expect((await w.push('<!DOCTYPE x [<!ENTITY a "b">]><xml><A>&a;</A></xml>')).statusCode).toBe(400)
  await w.app.sweep()
  expect(await w.ticketsOf('完整的一条')).toHaveLength(1)
  expect((await strays()).slice(0, 3 + before).filter((s) => s.channel.kind === 'wechat')).toHaveLength(3)
})

test('a picture, a film, a place and a link come with what was sent; a picture that is gone is said to be lost', async () => {
  w.service.state.media.set('m1', await picture())
  w.service.state.media.set('v1', { video_url: `${w.service.base}/film.mp4` })
  w.service.state.media.set('film', Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex'))
  await w.text('oPic', '看图')
  await w.say('oPic', { MsgType: 'image', PicUrl: 'http://pic.example.test/1.jpg', MediaId: 'm1' })
  await w.say('oPic', { MsgType: 'video', MediaId: 'v1', ThumbMediaId: 't' })
  await w.say('oPic', { MsgType: 'image', PicUrl: 'http://pic.example.test/2.jpg', MediaId: 'gone' })
  await w.say('oPic', {
    MsgType: 'location',
    Location_X: '31.230391',
    Location_Y: '121.473702',
    Scale: '15',
    Label: '人民广场',
  })
  await w.say('oPic', { MsgType: 'link', Title: '我的帖子', Description: '现场照片', Url: 'https://x.cn/1' })
  await w.app.sweep()
  const [ticket] = await w.ticketsOf('看图')
  const said = ticket!.entries.filter((e) => e.kind === 'message_in')
  expect(said.map((e) => e.photos.length)).toEqual([0, 1, 1, 0, 0, 0])
  expect(said[3]!.data).toMatchObject({ lost: 1 })
  expect(said[4]).toMatchObject({
    text: '人民广场 (31.230391,121.473702)',
    data: { about: { location: '31.230391,121.473702' } },
  })
  expect(said[5]!.text).toBe('我的帖子\n现场照片\nhttps://x.cn/1')
})

test('while WeChat gives no picture the words wait; the health line says why, and nothing is lost', async () => {
  w.service.state.media.set('m2', await picture())
  await w.connect({ timeoutMs: 1000 })
  w.service.trouble('/cgi-bin/media/get', { status: 502 }, 'silence', 'cut')
  await w.say('oWait', { MsgType: 'image', PicUrl: 'http://pic.example.test/1.jpg', MediaId: 'm2' })
  await w.app.sweep()
  expect(await w.health()).toMatchObject({ state: 'fault', code: 'broken' })
  for (let i = 0; i < 3; i++) await w.later(60)
  const [ticket] = await w.ticketsOf('')
  expect(ticket!.entries.find((e) => e.kind === 'message_in')!.photos).toHaveLength(1)
  expect((await w.health()).state).toBe('ok')
  await w.connect({ timeoutMs: w.settings.timeoutMs })
})

test('who follows by a shop’s code, or scans it, is known to come from that shop', async () => {
  await w.connect({ welcome: '您好，有什么想说的，直接发给我们就行。' })
  const hello = await w.event('oNew', { Event: 'subscribe', EventKey: `qrscene_${w.shop.code}`, Ticket: 'T' })
  expect(hello.headers['content-type']).toContain('text/xml')
  await w.event('oOld', { Event: 'SCAN', EventKey: `store:${w.shop.code}:table:7`, Ticket: 'T' })
  await w.text('oNew', '新来的，有点咸')
  await w.text('oOld', '常来的，有点淡')
  await w.app.sweep()
  expect((await w.ticketsOf('新来的，有点咸'))[0]!.shop?.id).toBe(w.shop.id)
  expect((await w.ticketsOf('常来的，有点淡'))[0]!.shop?.id).toBe(w.shop.id)
})

test('who has left is not written to, and whoever answers is told; coming back opens the way again', async () => {
  await w.text('oGone', '再也不来了')
  await w.app.sweep()
  const [ticket] = await w.ticketsOf('再也不来了')
  const before = w.sentTo('oGone').length
  await w.event('oGone', { Event: 'unsubscribe', EventKey: '' })
  await w.app.sweep()
  await w.reply(ticket!.id, '真对不起')
  await w.app.sweep()
  expect(await w.fateOf(ticket!.id, '真对不起')).toBe('failed: unfollowed')
  expect(await w.failures(ticket!.id)).toEqual(['unfollowed'])
  expect(w.sentTo('oGone')).toHaveLength(before)
  await w.later(60)
  await w.text('oGone', '我又回来了')
  await w.app.sweep()
  await w.reply(ticket!.id, '欢迎回来')
  await w.app.sweep()
  expect(await w.fateOf(ticket!.id, '欢迎回来')).toBe('sent')
})

test('the address check of the console is answered only to WeChat', async () => {
  const { query } = {
    query: { timestamp: '1714036504', nonce: '1514711492', echostr: '4375120948345356249' },
  }
  await w.connect({ token: 'AAAAA' })
  const ask = (signature: string) =>
    w.app.server.inject({ method: 'GET', url: w.hook, query: { ...query, signature } })
  expect((await ask('f464b24fc39322e44b38aa78f5edd27bd1441696')).body).toBe('4375120948345356249')
  expect((await ask('0000')).statusCode).toBe(403)
  await w.connect({ token: ACCOUNT.token })
})
