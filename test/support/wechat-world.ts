import { sql } from 'kysely'
import type { z } from 'zod'
import type { CheckResult, Connection } from '#contracts/channels/connect'
import type { EntryPage, Ticket } from '#contracts/tickets'
import { type PushOptions, pushOf, startWechat, type WechatService } from '../simulators/wechat.ts'
import { startApp, type TestApp } from './app.ts'

export const NOON = '2026-03-02T12:00:00+08:00'
export const ORIGIN = 'https://care.example.test'
export const ACCOUNT = {
  appId: 'wxb11529c136998cb6',
  appSecret: 'a-secret-of-the-official-account',
  token: 'pamtest',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
}
export const OLD_KEY = 'B'.repeat(43)
type Told = z.infer<typeof EntryPage>['entries']

export type World = Awaited<ReturnType<typeof openWorld>>

/** A brand with an official account that is connected to the simulated WeChat. For tests only. */
export async function openWorld() {
  const app: TestApp = await startApp({ now: NOON, origin: ORIGIN })
  const service: WechatService = await startWechat(ACCOUNT, app.services.now)
  const shop = await app.make.shop()
  const admin = await app.make.staff({ role: 'admin' })
  const agent = await app.make.staff({ role: 'agent' })
  const made = await app.as(admin).post<Connection>('/channels', { kind: 'wechat', name: '茶屿服务号' })
  const channelId = made.body.id
  const hook = new URL(made.body.hookUrl).pathname
  let id = 0n

  const connect = (settings: object) =>
    app.as(admin).put<Connection>(`/channels/${channelId}/connection`, { settings })
  const settings = {
    ...ACCOUNT,
    apiBase: service.base,
    authBase: service.base,
    pageBase: service.base,
    timeoutMs: 10_000,
  }
  const connected = await connect(settings)
  if (connected.status !== 200) throw new Error(connected.text)

  const push = (source: string, options: Partial<PushOptions> = {}) => {
    const { query, payload } = pushOf(ACCOUNT, source, { at: app.services.now(), ...options })
    return app.server.inject({
      method: 'POST',
      url: hook,
      query,
      payload,
      headers: { 'content-type': 'text/xml' },
    })
  }
  const xml = (openid: string, fields: Record<string, string>, at = app.services.now()) => {
    const all = {
      ToUserName: 'gh_demo00000001',
      FromUserName: openid,
      CreateTime: String(Math.floor(at.getTime() / 1000)),
      ...fields,
    }
    return `<xml>${Object.entries(all)
      .map(([k, v]) => `<${k}>${/^\d+$/.test(v) ? v : `<![CDATA[${v}]]>`}</${k}>`)
      .join('')}</xml>`
  }
  const nextId = () => String(9223372036854770000n + ++id)
  /** What a follower sends: WeChat opens its window of 48 hours and five messages. */
  const say = async (openid: string, fields: Record<string, string>, options?: Partial<PushOptions>) => {
    const source = xml(openid, { MsgId: nextId(), ...fields })
    service.state.followers.add(openid)
    service.state.windows.set(openid, { endsAt: app.services.now().getTime() + 48 * 3_600_000, left: 5 })
    const answer = await push(source, options)
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
    return source
  }
  const text = (openid: string, content: string, options?: Partial<PushOptions>) =>
    say(openid, { MsgType: 'text', Content: content }, options)
  const event = (openid: string, fields: Record<string, string>, options?: Partial<PushOptions>) =>
    push(xml(openid, { MsgType: 'event', ...fields }), options)

  /** The tickets whose customer wrote this first, with their timelines. */
  const ticketsOf = async (content: string) => {
    const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
      tx.selectFrom('tickets.ticket').select('id').where('content', '=', content).execute(),
    )
    return Promise.all(rows.map(async (row) => ({ ...(await read(row.id)), entries: await told(row.id) })))
  }
  const read = async (ticketId: string) =>
    (await app.as(agent).get<z.infer<typeof Ticket>>(`/tickets/${ticketId}`)).body
  const told = async (ticketId: string): Promise<Told> =>
    (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${ticketId}/entries`)).body.entries
  const reply = async (ticketId: string, words: string, photos: string[] = []) => {
    const answer = await app.as(agent).post(`/tickets/${ticketId}/replies`, { text: words, photos })
    if (answer.status !== 200) throw new Error(answer.text)
  }
  /** How the words that we sent fared. */
  const fateOf = async (ticketId: string, words: string) => {
    const { delivery, deliveryProblem } = (await told(ticketId)).find((e) => e.text === words)!
    return deliveryProblem ? `${delivery}: ${deliveryProblem}` : delivery
  }
  const sentTo = (openid: string) =>
    service.state.sent.filter((m) => m.touser === openid).map((m) => m.text?.content ?? m.msgtype)
  /** What whoever handles the ticket is told of messages that did not arrive. */
  const failures = (ticketId: string) =>
    app.services.db.inBrand(shop.brandId, async (tx) => {
      const { rows } = await sql<{ problem: string }>`select body->>'problem' as problem from platform.event
        where name = 'channels.deliveryFailed' and body->>'ticketId' = ${ticketId} order by id`.execute(tx)
      return rows.map((row) => row.problem)
    })
  const health = async () =>
    (await app.as(admin).get<Connection>(`/channels/${channelId}/connection`)).body.health
  const check = async () => (await app.as(admin).post<CheckResult>(`/channels/${channelId}/test`, {})).body
  const later = async (seconds: number) => {
    app.setNow(new Date(app.services.now().getTime() + seconds * 1000).toISOString())
    await app.sweep()
  }
  return {
    ...{ app, service, shop, admin, agent, channelId, hook, settings },
    ...{
      connect,
      push,
      xml,
      nextId,
      say,
      text,
      event,
      ticketsOf,
      told,
      reply,
      fateOf,
      sentTo,
      failures,
      health,
      check,
      later,
    },
    close: async () => {
      await app.close()
      await service.close()
    },
  }
}
