import { createHmac, randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import { v7 as uuidv7 } from 'uuid'
import { type Services, systemContext } from '#platform/context'
import { douyinComment, douyinHeaders } from '../test/simulators/douyin.ts'
import { elemePush, openEleme } from '../test/simulators/eleme.ts'
import { pushOf, startWechat } from '../test/simulators/wechat.ts'
import { openWeibo, weiboQuery } from '../test/simulators/weibo.ts'
import type { World } from './world.ts'

/** What a sender posts: below the program's address. */
export type Post = { path: string; body: string; headers: Record<string, string> }
/** One way of being written to. `share`: how many of a hundred messages come this way; `mark` stands in each, to be found again. */
export type Voice = { kind: string; share: number; post: (n: number, text: string, mark: string) => Post }
export type Voices = { all: Voice[]; close: () => Promise<void> }

const JSON_TYPE = { 'content-type': 'application/json' }
const WECHAT = {
  appId: 'wxb11529c136998cb6',
  appSecret: 'a-secret-of-the-official-account',
  token: 'pamtest',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
}
const FOLLOWERS = 3000
const PHONE_SECRET = 'a-secret-of-the-exchange'
const DOUYIN_SECRET = 'a-client-secret-of-douyin'

/** Channels of every sort, connected as the console does it, to services that are simulated here. WeChat and Weibo are written to as well. */
export async function openVoices(services: Services, world: World): Promise<Voices> {
  const wechat = await startWechat(WECHAT, () => new Date())
  const weibo = await openWeibo()
  const eleme = await openEleme()
  const connect = (kind: string, settings: object) => connectChannel(services, world.brandId, kind, settings)
  const secret = randomBytes(18).toString('hex')
  const bases = { apiBase: wechat.base, authBase: wechat.base, pageBase: wechat.base }
  const [monitor, official, fans, takeaway, clips, exchange] = [
    await connect('monitor', { secret }),
    await connect('wechat', { ...WECHAT, ...bases }),
    await connect('weibo', weibo.settings),
    await connect('eleme', { ...eleme.settings, shops: [`${eleme.shop}=${world.shops[0]!.code}`] }),
    await connect('douyin', { clientKey: 'a-client-key', clientSecret: DOUYIN_SECRET, openId: 'a-shop' }),
    await connect('phone', { mode: 'webhook', secret: PHONE_SECRET }),
  ]
  const now = () => Math.floor(Date.now() / 1000)
  const shopCode = (n: number) => world.shops[n % world.shops.length]!.code
  const all: Voice[] = [
    {
      kind: 'api',
      share: 40,
      post: (n, content, key) => ({
        path: '/api/v1/feedback',
        body: JSON.stringify({ content, shopCode: shopCode(n), stars: 1 + (n % 5) }),
        headers: { ...JSON_TYPE, authorization: `Bearer ${world.apiKey}`, 'idempotency-key': key },
      }),
    },
    {
      kind: 'wechat',
      share: 24,
      post: (n, text, mark) => {
        const openid = `oFollower${(n * 7919) % FOLLOWERS}`
        wechat.state.followers.add(openid)
        wechat.state.windows.set(openid, { endsAt: Date.now() + 48 * 3_600_000, left: 5 })
        const source = `<xml><ToUserName>gh_demo00000001</ToUserName><FromUserName>${openid}</FromUserName><CreateTime>${now()}</CreateTime><MsgType>text</MsgType><Content><![CDATA[${text}]]></Content><MsgId>${numberOf(mark)}</MsgId></xml>`
        const { query, payload } = pushOf(WECHAT, source, { at: new Date() })
        const path = `/api/hooks/${official}?${new URLSearchParams(query)}`
        return { path, body: payload, headers: { 'content-type': 'text/xml' } }
      },
    },
    {
      kind: 'monitor',
      share: 16,
      post: (n, text, mark) => {
        const id = n % 3 ? mark : `post-${n % 900}`
        const body = JSON.stringify({ posts: [{ id, text, shopCode: shopCode(n), mark }] })
        const signature = createHmac('sha256', secret).update(`${now()}.${body}`).digest('hex')
        const signed = { 'x-huiyin-timestamp': String(now()), 'x-huiyin-signature': signature }
        return { path: `/api/hooks/${monitor}`, body, headers: { ...JSON_TYPE, ...signed } }
      },
    },
    {
      kind: 'weibo',
      share: 8,
      post: (n, text, mark) => ({
        path: `/api/hooks/${fans}${weiboQuery(Date.now(), weibo.secret)}`,
        body: `{"type":"text","receiver_id":1902538057,"sender_id":${5_000_000 + ((n * 31) % 2000)},"created_at":"${weiboTime()}","text":"${text}","data":{"mark":"${mark}"}}`,
        headers: JSON_TYPE,
      }),
    },
    {
      kind: 'eleme',
      share: 4,
      post: (_n, reason, mark) => ({
        path: `/api/hooks/${takeaway}`,
        body: elemePush(eleme.secret, {
          type: 30,
          message: { orderId: numberOf(mark), reason, shopId: 720032 },
          timestampMs: Date.now(),
        }),
        headers: JSON_TYPE,
      }),
    },
    {
      kind: 'douyin',
      share: 4,
      post: (n, content, mark) => {
        const body = douyinComment({
          comment_id: mark,
          comment_user_id: `u${(n * 13) % 500}`,
          content,
          create_time: now(),
          reply_to_item_id: `@item/${n % 50}==`,
        })
        return { path: `/api/hooks/${clips}`, body, headers: douyinHeaders(body, DOUYIN_SECRET) }
      },
    },
    {
      kind: 'phone',
      share: 4,
      post: (n, _text, mark) => {
        const caller = `138${String(10_000_000 + (n % 900_000))}`
        const body = JSON.stringify({
          ...{ event: 'call.ringing', call_id: mark, seq: 1, direction: 'inbound' },
          ...{ caller, callee: '4008001234', at: new Date().toISOString() },
        })
        const signature = createHmac('sha256', PHONE_SECRET).update(`${now()}.${body}`).digest('hex')
        const signed = { 'x-care-timestamp': String(now()), 'x-care-signature': signature }
        return { path: `/api/hooks/${exchange}`, body, headers: { ...JSON_TYPE, ...signed } }
      },
    },
  ]
  const close = async () => void (await Promise.all([wechat.close(), weibo.close(), eleme.close()]))
  return { all, close }
}

/** As Weibo writes an instant: Mon Mar 02 12:00:00 +0800 2026. */
const weiboTime = (): string =>
  DateTime.now().setZone('Asia/Shanghai').toFormat('ccc LLL dd HH:mm:ss ZZZ yyyy')

/** A number of 18 digits for services that count their messages. */
const numberOf = (mark: string): string =>
  String(BigInt(`0x${mark.replaceAll('-', '').slice(0, 14)}`)).padStart(18, '1')

/** Shape: returns the channel's secret part of the address. */
async function connectChannel(
  services: Services,
  brandId: string,
  kind: string,
  settings: object,
): Promise<string> {
  const ctx = systemContext(services, brandId)
  const hook = randomBytes(18).toString('base64url')
  await ctx.transaction((tx) =>
    tx
      .insertInto('channels.channel')
      .values({
        ...{ brand_id: brandId, id: uuidv7(), kind, key: `${kind}-bench`, name: `压测 ${kind}`, hook },
        secrets_enc: ctx.keys.seal(brandId, JSON.stringify(settings)),
        connected_at: ctx.now(),
        created_at: ctx.now(),
      })
      .execute(),
  )
  return hook
}
