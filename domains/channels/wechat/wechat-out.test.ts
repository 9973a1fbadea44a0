import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { systemContext } from '#platform/context'
import { openWorld, type World } from '#test/wechat-world'
import { keepPhoto } from '../keep-photo.ts'

let w: World
let person = 0
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())
beforeEach(async () => {
  await w.later(86_400 * 3)
  w.service.state.allowed = true
  w.service.state.calls.length = 0
  await w.connect({ ...w.settings, templateId: '', templateFields: [], templateSort: 'template' })
})

const SEND = '/cgi-bin/message/custom/send'
const TEMPLATE = { templateId: 'TPL_A', templateFields: ['thing1 = text', 'character_string2=number'] }
const HOUR = 3600

/** Somebody new who has written, with the ticket and the acknowledgement that went out. */
async function talk() {
  const openid = `oOut${++person}`
  await w.text(openid, `第 ${person} 位的话`)
  await w.app.sweep()
  const [ticket] = await w.ticketsOf(`第 ${person} 位的话`)
  return { openid, id: ticket!.id, number: ticket!.number, words: (n: number) => w.sentTo(openid).slice(n) }
}

test('a token that is refused is renewed once and the message repeated once', async () => {
  const { id, words } = await talk()
  w.service.forgetTokens()
  await w.reply(id, '换了令牌也要到')
  await w.app.sweep()
  expect(words(1)).toEqual(['换了令牌也要到'])
  w.service.trouble(SEND, { errcode: 42001 })
  await w.reply(id, '过期了也要到')
  await w.app.sweep()
  expect(words(2)).toEqual(['过期了也要到'])
  expect((await w.health()).state).toBe('ok')
})

test('one token serves all conversations', async () => {
  const first = await talk()
  const made = w.service.state.calls.filter((c) => c.endsWith('stable_token')).length
  const second = await talk()
  await Promise.all([w.reply(first.id, '甲'), w.reply(second.id, '乙')])
  await w.app.sweep()
  expect(made).toBe(1)
  expect(w.service.state.calls.filter((c) => c.endsWith('stable_token'))).toHaveLength(1)
})

test('a server fault, silence and half an answer are tried again; the health line follows the truth', async () => {
  const { id, words } = await talk()
  await w.connect({ timeoutMs: 2000 })
  w.service.trouble(SEND, { status: 503 }, 'silence', 'cut', { errcode: -1 })
  await w.reply(id, '一定要送到')
  await w.app.sweep()
  expect(await w.fateOf(id, '一定要送到')).toBe('queued: broken')
  expect(await w.health()).toMatchObject({ state: 'fault', code: 'broken' })
  await w.event('oOutside', { Event: 'VIEW', EventKey: 'https://x.cn' })
  expect((await w.health()).state).toBe('fault')
  await w.later(60)
  expect((await w.health()).code).toBe('timedOut')
  for (let i = 0; i < 4; i++) await w.later(120)
  expect(words(1)).toEqual(['一定要送到'])
  expect(await w.fateOf(id, '一定要送到')).toBe('sent')
  expect((await w.health()).state).toBe('ok')
})

test('a day’s allowance that is used up waits, and costs no try', async () => {
  const { id, words } = await talk()
  w.service.trouble(
    SEND,
    ...Array.from({ length: 14 }, () => ({ errcode: 45009, errmsg: 'reach max api daily quota limit' })),
  )
  await w.reply(id, '明天一早送到')
  await w.app.sweep()
  expect(words(1)).toEqual([])
  expect(await w.health()).toMatchObject({ state: 'fault', code: 'quota' })
  for (let i = 0; i < 14; i++) await w.later(HOUR)
  expect(words(1)).toEqual(['明天一早送到'])
  w.service.trouble(SEND, { errcode: 45011, errmsg: 'api minute-quota reach limit' })
  await w.reply(id, '一分钟后')
  await w.app.sweep()
  await w.later(61)
  expect(words(2)).toEqual(['一分钟后'])
})

test('five free messages, then the template; its fate is told', async () => {
  await w.connect(TEMPLATE)
  const { openid, id, number, words } = await talk()
  for (let i = 1; i <= 4; i++) await w.reply(id, `第 ${i} 句`)
  await w.reply(id, '第五句已经超过次数，要用模板消息把这件事说给顾客听')
  await w.app.sweep()
  expect(words(1)).toEqual(['第 1 句', '第 2 句', '第 3 句', '第 4 句'])
  const [template] = w.service.state.templates.filter((t) => t.touser === openid)
  expect(template!.data).toEqual({
    thing1: { value: '第五句已经超过次数，要用模板消息把这件…' },
    character_string2: { value: number },
  })
  expect(template!.url).toMatch(/^https:\/\/care\.example\.test\/t\//)
  const fifth = '第五句已经超过次数，要用模板消息把这件事说给顾客听'
  expect(await w.fateOf(id, fifth)).toBe('sent')
  const MsgID = String(9007199254740993000n + BigInt(w.service.state.templates.length))
  const done = { Event: 'TEMPLATESENDJOBFINISH', MsgID, Status: 'failed: user block' }
  for (let i = 0; i < 10; i++) await w.event(openid, done)
  await w.app.sweep()
  expect(await w.fateOf(id, fifth)).toBe('failed: blocked')
  expect(await w.failures(id)).toEqual(['blocked'])
})

test('a receipt that overtakes the sending is kept until the sending is there', async () => {
  await w.connect(TEMPLATE)
  const { openid, id } = await talk()
  await w.later(49 * HOUR)
  const MsgID = String(9007199254740993000n + BigInt(w.service.state.templates.length + 1))
  await w.event(openid, { Event: 'TEMPLATESENDJOBFINISH', MsgID, Status: 'success' })
  await w.app.sweep()
  await w.reply(id, '迟到的回复')
  await w.app.sweep()
  expect(await w.fateOf(id, '迟到的回复')).toBe('sent')
  await w.later(15)
  expect(await w.fateOf(id, '迟到的回复')).toBe('delivered')
})

test('outside of the window a notice goes to whoever has agreed to one, once; otherwise that is said', async () => {
  await w.connect({ ...TEMPLATE, templateSort: 'subscription' })
  const { openid, id, number, words } = await talk()
  await w.later(49 * HOUR)
  w.service.state.agreed.set(openid, 1)
  await w.reply(id, '退款已经办好')
  await w.app.sweep()
  expect(words(1)).toEqual([])
  const notice = w.service.state.templates.find((t) => t.touser === openid)!
  expect(notice.data).toEqual({ thing1: { value: '退款已经办好' }, character_string2: { value: number } })
  expect((notice as { page?: string }).page).toMatch(/^https:\/\/care\.example\.test\/t\//)
  expect(await w.fateOf(id, '退款已经办好')).toBe('sent')
  const MsgID = String(9007199254740993000n + BigInt(w.service.state.templates.length))
  const list = `<List><TemplateId>TPL_A</TemplateId><MsgID>${MsgID}</MsgID><ErrorCode>0</ErrorCode></List>`
  const told = w
    .xml(openid, { MsgType: 'event', Event: 'subscribe_msg_sent_event' })
    .replace('</xml>', `<SubscribeMsgSentEvent>${list}</SubscribeMsgSentEvent></xml>`)
  await w.push(told)
  await w.app.sweep()
  expect(await w.fateOf(id, '退款已经办好')).toBe('delivered')
  await w.reply(id, '还有一句')
  await w.app.sweep()
  expect(await w.fateOf(id, '还有一句')).toBe('failed: noSubscription')
  expect(await w.failures(id)).toEqual(['noSubscription'])
  expect((await w.health()).state).toBe('ok')
})

test('outside of the window and without a template it is said that it can’t be delivered', async () => {
  const { id, openid, words } = await talk()
  await w.later(49 * HOUR)
  await w.reply(id, '两天以后才回')
  await w.app.sweep()
  expect(words(1)).toEqual([])
  expect(await w.fateOf(id, '两天以后才回')).toBe('failed: windowClosed')
  expect(await w.failures(id)).toEqual(['windowClosed'])
  expect((await w.health()).state).not.toBe('fault')
  await w.text(openid, '我还在')
  await w.app.sweep()
  await w.reply(id, '马上回您')
  await w.app.sweep()
  expect(await w.fateOf(id, '马上回您')).toBe('sent')
})

test.each([
  [45015, 'windowClosed'],
  [45047, 'windowUsed'],
] as const)('WeChat’s own word on the window counts: %i', async (errcode, code) => {
  const { id, openid } = await talk()
  w.service.trouble(SEND, { errcode })
  await w.reply(id, '窗口关了')
  await w.app.sweep()
  expect(await w.fateOf(id, '窗口关了')).toBe(`failed: ${code}`)
  await w.connect(TEMPLATE)
  w.service.trouble(SEND, { errcode })
  await w.reply(id, '窗口又关了')
  await w.app.sweep()
  expect(await w.fateOf(id, '窗口又关了')).toBe('sent')
  expect(w.service.state.templates.filter((t) => t.touser === openid)).toHaveLength(1)
})

test('a tap on the menu opens a minute; it never closes what words have opened', async () => {
  const { id, openid, words } = await talk()
  await w.event(openid, { Event: 'CLICK', EventKey: 'K' })
  await w.later(3 * HOUR)
  await w.reply(id, '三小时后')
  await w.app.sweep()
  expect(words(1)).toEqual(['三小时后'])
})

test('pictures go after the words; what broke in the middle goes on and sends nothing twice', async () => {
  const { id, openid } = await talk()
  const photos = await Promise.all([photo(), photo()])
  w.service.trouble('/cgi-bin/media/upload', { status: 500 })
  await w.reply(id, '请看这两张', photos)
  await w.app.sweep()
  expect(w.sentTo(openid).slice(1)).toEqual(['请看这两张'])
  for (let i = 0; i < 2; i++) await w.later(60)
  expect(w.sentTo(openid).slice(1)).toEqual(['请看这两张', 'image', 'image'])
  expect(w.service.state.uploads.at(-1)!.includes('image/jpeg')).toBe(true)
})

test('long words are cut by bytes at the end of a sentence, and none is lost', async () => {
  const { id, words } = await talk()
  const long = '我们把这件事从头到尾查了一遍，也和店长谈过了。'.repeat(40)
  await w.reply(id, long)
  await w.app.sweep()
  const sent = words(1)
  expect(sent.length).toBe(2)
  expect(sent.join('')).toBe(long)
  expect(sent[0]!.endsWith('。')).toBe(true)
})

test.each([
  [43004, 'notFollowing'],
  [43019, 'blocked'],
  [40003, 'openidUnknown'],
] as const)('who can’t be reached (%i) is not tried again until heard from', async (errcode, code) => {
  const { id } = await talk()
  w.service.trouble(SEND, { errcode })
  await w.reply(id, '听得到吗')
  await w.app.sweep()
  const calls = w.service.state.calls.filter((c) => c === SEND).length
  await w.reply(id, '再说一句')
  await w.app.sweep()
  expect(await w.fateOf(id, '听得到吗')).toBe(`failed: ${code}`)
  expect(await w.fateOf(id, '再说一句')).toBe(`failed: ${code}`)
  expect(w.service.state.calls.filter((c) => c === SEND)).toHaveLength(calls)
})

test('an allow list without us turns the line red, names the address, and messages wait for it', async () => {
  const { id, words } = await talk()
  w.service.state.allowed = false
  w.service.forgetTokens()
  expect(await w.check()).toMatchObject({
    ok: false,
    steps: [{ step: 'token', ok: false, fault: 'ipNotAllowed', data: { ip: '203.0.113.9' } }],
  })
  await w.reply(id, '等白名单')
  await w.app.sweep()
  expect(words(1)).toEqual([])
  expect(await w.health()).toMatchObject({ state: 'fault', code: 'ipNotAllowed' })
  w.service.state.allowed = true
  await w.later(901)
  expect(words(1)).toEqual(['等白名单'])
  expect((await w.health()).state).toBe('ok')
})

test('the test of the connection says step by step what is wrong', async () => {
  const steps = async (change: object) => {
    await w.connect({ ...w.settings, ...TEMPLATE, ...change })
    return (await w.check()).steps.map((s) => s.fault || s.step)
  }
  expect(await steps({})).toEqual(['token', 'service', 'template', 'address'])
  expect(await steps({ appId: 'wx0000000000000000' })).toEqual(['badAppId'])
  expect(await steps({ appSecret: 'another-secret-of-16' })).toEqual(['badSecret'])
  expect(await steps({ templateId: 'TPL_X' })).toEqual(['token', 'service', 'templateUnknown'])
  expect(await steps({ templateFields: ['thing1=text'] })).toEqual(['token', 'service', 'templateFields'])
  expect(await steps({ apiBase: 'http://127.0.0.1:9' })).toEqual(['unreachable'])
})

async function photo(): Promise<string> {
  const ctx = systemContext(w.app.services, w.shop.brandId)
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#999' } })
    .jpeg()
    .toBuffer()
  return (await keepPhoto(ctx, `staff:${w.agent.id}`, bytes)).id
}
