import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Services, systemContext } from '#platform/context'
import { openWorld, type World } from '#test/wechat-world'
import { openApp, type RunningApp } from '../../../main/app.ts'
import { takeToken } from './access-token.ts'
import { ChannelFault } from './channel-fault.ts'

let w: World
let other: RunningApp
const TOKEN = '/cgi-bin/stable_token'
const MANY = 20

beforeAll(async () => {
  w = await openWorld()
  other = await openApp({ ...w.app.options, role: 'worker' })
})
afterAll(async () => {
  await other.close()
  await w.close()
})
beforeEach(async () => {
  await w.later(86_400)
  w.service.state.calls.length = 0
})

const asked = () => w.service.state.calls.filter((path) => path === TOKEN).length

/** Waits for what another task brings about; the test's own time limit ends it. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await wait(10)
}

const take = (services: Services, name: string, renew: () => Promise<string>, stale?: string) =>
  takeToken(
    systemContext(services, w.shop.brandId),
    w.channelId,
    name,
    async () => ({ token: await renew(), expiresInS: 7200 }),
    stale,
  )

test('a service that lets us wait for its token is asked once, and other work goes on meanwhile', async () => {
  const { promise: held, resolve: answer } = Promise.withResolvers<void>()
  for (let i = 0; i < MANY; i++) await w.text(`oHang${i}`, `第 ${i} 位在等`)
  w.service.trouble(TOKEN, { held })
  const first = w.app.sweep()
  await until(() => asked() === 1)
  // Twelve connections, sixteen senders: pages and new messages get theirs all the same.
  for (let i = 0; i < 5; i++) {
    expect((await w.app.as(w.admin).get('/channels')).status).toBe(200)
    await w.text('oElse', `别的事照样办 ${i}`)
  }
  expect(asked()).toBe(1)
  expect(w.service.state.sent.filter((m) => m.touser.startsWith('oHang'))).toHaveLength(0)
  answer()
  await first
  await w.app.sweep()
  expect(w.service.state.sent.filter((m) => m.touser.startsWith('oHang'))).toHaveLength(MANY)
  expect(asked()).toBe(1)
})

test('who finds a good token waits for nobody, not even for whoever holds its row', async () => {
  expect(await take(w.app.services, 'locked', async () => 'good')).toBe('good')
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const holding = w.app.services.db.inBrand(w.shop.brandId, async (tx) => {
    await tx
      .selectFrom('channels.access_token')
      .select('name')
      .where('channel_id', '=', w.channelId)
      .where('name', '=', 'locked')
      .forUpdate()
      .execute()
    locked.resolve()
    await held
  })
  await locked.promise
  expect(await take(other.services, 'locked', async () => 'never')).toBe('good')
  letGo()
  await holding
})

test('of two processes one asks, and both get the same token', async () => {
  let times = 0
  const { promise: held, resolve: answer } = Promise.withResolvers<void>()
  const renew = async () => {
    times++
    await held
    return `token ${times}`
  }
  const all = [w.app.services, other.services].flatMap((services) =>
    Array.from({ length: 10 }, () => take(services, 'two', renew)),
  )
  await until(() => times === 1)
  answer()
  expect(new Set(await Promise.all(all))).toEqual(new Set(['token 1']))
  expect(times).toBe(1)
})

test('who waited for a renewal that failed shares its fault; whoever comes later asks anew', async () => {
  let times = 0
  const { promise: held, resolve: answer } = Promise.withResolvers<void>()
  const renew = async (): Promise<string> => {
    times++
    await held
    throw new ChannelFault('badSecret', { again: true, afterS: 900, side: 'channel', data: { code: 40125 } })
  }
  const looks = Array.from({ length: 8 }, () => 0)
  const counting = (services: Services, i: number): Services => ({
    ...services,
    db: {
      ...services.db,
      inBrand: (brand, work) => services.db.inBrand(brand, work).finally(() => void looks[i]!++),
    },
  })
  const all = looks.map((_, i) =>
    take(counting(i % 2 ? other.services : w.app.services, i), 'fails', renew).catch((f: unknown) => f),
  )
  // Who has read, tried to claim it and read again knows for whom it waits.
  await until(() => times === 1 && looks.filter((n) => n >= 3).length === all.length - 1)
  answer()
  for (const fault of await Promise.all(all))
    expect(fault).toMatchObject({ code: 'badSecret', again: true, afterS: 900, side: 'channel' })
  expect(times).toBe(1)
  expect(await take(other.services, 'fails', async () => 'right')).toBe('right')
})

test('while one renews, the others go on with the old token as long as the service takes it', async () => {
  expect(await take(w.app.services, 'early', async () => 'old')).toBe('old')
  w.app.setNow(new Date(w.app.services.now().getTime() + 7_000_000).toISOString())
  const { promise: held, resolve: answer } = Promise.withResolvers<void>()
  const began = Promise.withResolvers<void>()
  const renewing = take(w.app.services, 'early', async () => {
    began.resolve()
    await held
    return 'new'
  })
  await began.promise
  expect(await take(other.services, 'early', async () => 'never')).toBe('old')
  const refused = take(other.services, 'early', async () => 'never', 'old')
  answer()
  expect(await renewing).toBe('new')
  expect(await refused).toBe('new')
  expect(await take(other.services, 'early', async () => 'never')).toBe('new')
})

test('a renewer that died is succeeded when its lease has run out, and its late token replaces none', async () => {
  const { promise: held, resolve: answer } = Promise.withResolvers<void>()
  const began = Promise.withResolvers<void>()
  const lost = take(w.app.services, 'dead', async () => {
    began.resolve()
    await held
    return 'late'
  })
  await began.promise
  const next = take(other.services, 'dead', async () => 'successor')
  w.app.setNow(new Date(w.app.services.now().getTime() + 61_000).toISOString())
  expect(await next).toBe('successor')
  answer()
  expect(await lost).toBe('late')
  expect(await take(other.services, 'dead', async () => 'never')).toBe('successor')
})
