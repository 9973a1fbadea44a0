import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import { type Connected, connectChannel, saidIn } from '#test/connected'
import type { MadeShop } from '#test/make'
import { douyinComment, douyinHeaders, openDouyin } from '../../../test/simulators/douyin.ts'
import { elemePush, openEleme } from '../../../test/simulators/eleme.ts'
import {
  gatewayPush,
  meituanPush,
  openMeituan,
  openMeituanGateway,
} from '../../../test/simulators/meituan.ts'
import { openWeibo, weiboQuery } from '../../../test/simulators/weibo.ts'

const NOW = '2026-03-02T12:00:00+08:00'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json' }

type Push = { path: string; payload: string; headers: Record<string, string> }
type Case = {
  name: string
  kind: string
  open: () => Promise<{ settings: Record<string, unknown>; shop?: string; close: () => Promise<void> }>
  /** What a customer says at a time about a thing (an order, a video; a person at Weibo), signed with this secret or the right one. */
  push: (hookUrl: string, said: { thing: string; words: string; atMs: number; secret?: string }) => Push
  /** How it reads in the ticket. */
  reads: (words: string) => string
  /** Whether the signature carries a time. */
  stamped: boolean
  unknown: (hookUrl: string, atMs: number) => Push
  /** The exact answer, and that to an empty call. */
  answer: string
}

const CASES: Case[] = [
  {
    name: 'Meituan, own application',
    kind: 'meituan',
    open: openMeituan,
    push: (hookUrl, { thing, words, atMs, secret = 'a-secret-of-meituan' }) => ({
      path: '/refund',
      headers: FORM,
      payload: meituanPush(`${hookUrl}/refund`, { secret, values: refund(thing, words, atMs) }),
    }),
    reads: (words) => `顾客申请退款：${words}`,
    stamped: true,
    unknown: (hookUrl, atMs) => ({
      path: '/something-new',
      headers: FORM,
      payload: meituanPush(`${hookUrl}/something-new`, {
        secret: 'a-secret-of-meituan',
        values: { timestamp: String(Math.floor(atMs / 1000)), phone: '13812345678' },
      }),
    }),
    answer: '{"data":"ok"}',
  },
  {
    name: 'Meituan, developer gateway',
    kind: 'meituan',
    open: openMeituanGateway,
    push: (_hookUrl, { thing, words, atMs, secret = 'a-sign-key-of-the-gateway' }) => ({
      path: '/refund',
      headers: FORM,
      payload: gatewayPush(
        {
          developerId: '100000',
          ePoiId: '7200321234567890123',
          timestamp: String(Math.floor(atMs / 1000)),
          orderRefund: `{"orderId":${thing},"notifyType":"apply","reason":${JSON.stringify(words)}}`,
        },
        secret,
      ),
    }),
    reads: (words) => `顾客申请退款：${words}`,
    stamped: true,
    unknown: () => ({
      path: '/something-new',
      headers: FORM,
      payload: gatewayPush({ ePoiId: '1', phone: '13812345678' }, 'a-sign-key-of-the-gateway'),
    }),
    answer: '{"data":"success"}',
  },
  {
    name: 'Ele.me',
    kind: 'eleme',
    open: openEleme,
    push: (_hookUrl, { thing, words, atMs, secret = 'a-secret-of-eleme' }) => ({
      path: '',
      headers: JSON_TYPE,
      payload: elemePush(secret, {
        type: 30,
        timestampMs: atMs,
        message: { orderId: thing, reason: words, shopId: 720032, updateTime: Math.floor(atMs / 1000) },
      }),
    }),
    reads: (words) => `顾客申请退款：${words}`,
    stamped: true,
    unknown: (_hookUrl, atMs) => ({
      path: '',
      headers: JSON_TYPE,
      payload: elemePush('a-secret-of-eleme', {
        type: 999,
        timestampMs: atMs,
        message: { phone: '13812345678' },
      }),
    }),
    answer: '{"message":"ok"}',
  },
  {
    name: 'Douyin',
    kind: 'douyin',
    open: openDouyin,
    push: (_hookUrl, { thing, words, atMs, secret }) => {
      const payload = douyinComment({
        comment_id: `@${thing}-${words}`,
        comment_user_id: `user-${thing}`,
        reply_to_item_id: `@item-${thing}==`,
        content: words,
        create_time: Math.floor(atMs / 1000),
      })
      return { path: '', payload, headers: douyinHeaders(payload, secret) }
    },
    reads: (words) => words,
    stamped: false,
    unknown: () => {
      const payload = '{"event":"something_new","content":"{\\"phone\\":\\"13812345678\\"}"}'
      return { path: '', payload, headers: douyinHeaders(payload) }
    },
    answer: '{"err_no":0}',
  },
  {
    name: 'Weibo',
    kind: 'weibo',
    open: openWeibo,
    push: (_hookUrl, { thing, words, atMs, secret }) => ({
      path: weiboQuery(atMs, secret),
      headers: JSON_TYPE,
      payload: `{"type":"text","receiver_id":1902538057,"sender_id":${thing},"created_at":"Mon Mar 02 11:59:20 +0800 2026","text":${JSON.stringify(words)},"data":{}}`,
    }),
    reads: (words) => words,
    stamped: true,
    unknown: (_hookUrl, atMs) => ({
      path: weiboQuery(atMs),
      headers: JSON_TYPE,
      payload: '{"type":"hologram","sender_id":98587250597500702,"text":"13812345678"}',
    }),
    answer: '',
  },
]

function refund(order_id: string, reason: string, atMs: number): Record<string, string> {
  const more = { app_id: '4321', app_poi_code: '7200321234567890123', notify_type: 'apply', res_type: '0' }
  return { ...more, timestamp: String(Math.floor(atMs / 1000)), order_id, reason, refund_id: '77' }
}

describe.each(CASES)('$name', ({ kind, open, push, reads, stamped, unknown, answer }) => {
  let app: TestApp
  let service: Awaited<ReturnType<Case['open']>>
  let shop: MadeShop
  let channel: Connected

  beforeAll(async () => {
    app = await startApp({ now: NOW })
    service = await open()
    shop = await app.make.shop()
    const people = { admin: await app.make.staff({ role: 'admin' }), agent: await app.make.staff() }
    const shops = service.shop ? { shops: [`${service.shop}=${shop.code}`] } : {}
    channel = await connectChannel(app, people, kind, { ...service.settings, ...shops })
    await app.sweep()
  })
  afterAll(async () => {
    await app.close()
    await service.close()
  })

  const now = () => app.services.now().getTime()
  function said(thing: string, words: string, more: { secret?: string; atMs?: number } = {}) {
    const { path, payload, headers } = push(channel.hookUrl, { thing, words, atMs: now(), ...more })
    return channel.push(path, payload, headers)
  }

  test('an empty call that only tries the address gets the same answer and leaves nothing', async () => {
    for (const tried of [await channel.call(''), await channel.push('', '', JSON_TYPE)]) {
      expect(tried.statusCode).toBe(200)
      expect(tried.body).toBe(answer)
    }
    expect(await app.sweep()).toBe(0)
  })

  test('ten repeats of what a customer says are one message of one ticket, answered exactly each time', async () => {
    const thing = '26802200123456789'
    for (let n = 0; n < 10; n++) {
      const res = await said(thing, '漏了一杯')
      expect([res.statusCode, res.body]).toEqual([200, answer])
    }
    await app.sweep()
    await said(thing, '漏了一杯')
    await app.sweep()
    const [ticket, ...others] = await channel.tickets()
    expect(others).toEqual([])
    expect(saidIn(ticket)).toEqual([reads('漏了一杯')])
    expect(ticket).toMatchObject({ channel: kind, ...(service.shop ? { shop: { id: shop.id } } : {}) })
  })

  test('what is said later about the same thing goes to the same ticket, whatever comes between', async () => {
    await said('98587250597500702', '第二杯也漏了')
    await said('26802200123456789', '还没有人理我')
    await app.sweep()
    const tickets = await channel.tickets()
    expect(tickets.map(saidIn)).toEqual([[reads('漏了一杯'), reads('还没有人理我')], [reads('第二杯也漏了')]])
  })

  test('forged, cut or changed on the way: refused, and nothing is kept', async () => {
    expect((await said('1', '假的', { secret: 'a-secret-of-somebody-else' })).statusCode).toBe(403)
    const { path, payload, headers } = push(channel.hookUrl, { thing: '1', words: '半句', atMs: now() })
    const half = await channel.push(path, payload.slice(0, payload.length / 2), headers)
    expect(half.statusCode).toBeGreaterThanOrEqual(400)
    if (kind !== 'weibo') {
      const changed = await channel.push(path, payload.replace('1', '2'), headers)
      expect(changed.statusCode).toBe(403)
    }
    const garbage = await channel.push(path.split('?')[0]!, Buffer.from([0xff, 0xfe, 0x00, 0x80]), headers)
    expect(garbage.statusCode).toBeGreaterThanOrEqual(400)
    expect(garbage.statusCode).toBeLessThan(500)
    await app.sweep()
    expect(await channel.tickets()).toHaveLength(2)
    expect(await channel.strays()).toEqual([])
  })

  if (stamped)
    test('a push from last week that somebody sends again is refused', async () => {
      expect((await said('1', '旧的', { atMs: now() - 8 * 86_400_000 })).statusCode).toBe(400)
      expect((await said('1', '将来的', { atMs: now() + 8 * 86_400_000 })).statusCode).toBe(400)
    })

  test('what nobody knows is answered as usual, kept and shown with its numbers masked', async () => {
    const { path, payload, headers } = unknown(channel.hookUrl, now())
    const res = await channel.push(path, payload, headers)
    expect([res.statusCode, res.body]).toEqual([200, answer])
    await app.sweep()
    const [stray] = await channel.strays()
    expect(stray).toMatchObject({ problem: 'unreadable' })
    expect(stray!.raw).toContain('138****5678')
    expect(await channel.tickets()).toHaveLength(2)
  })
})
