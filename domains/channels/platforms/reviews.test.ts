import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import { type Connected, connectChannel, saidIn, sentIn } from '#test/connected'
import type { MadeShop, MadeStaff } from '#test/make'
import { openDianping } from '../../../test/simulators/dianping.ts'
import { openEleme } from '../../../test/simulators/eleme.ts'
import { openMeituan, openMeituanGateway } from '../../../test/simulators/meituan.ts'
import type { MadeReview, ReviewPlatform } from '../../../test/simulators/platform.ts'

type Case = {
  name: string
  kind: string
  open: () => Promise<ReviewPlatform>
  /** Whether the platform lets a review be answered by its interface. */
  answers: boolean
  /** Whether its access token is renewed by us. */
  renews: boolean
  /** How many questions are due in an hour. */
  polls: number
  /** A secret that is wrong, and what the health line says then. */
  wrong: Record<string, string>
}
const CASES: Case[] = [
  {
    name: 'Meituan, own application',
    kind: 'meituan',
    open: openMeituan,
    answers: true,
    renews: false,
    polls: 1,
    wrong: { secret: 'another-secret-of-meituan' },
  },
  {
    name: 'Meituan, developer gateway',
    kind: 'meituan',
    open: openMeituanGateway,
    answers: true,
    renews: true,
    polls: 1,
    wrong: { signKey: 'another-sign-key' },
  },
  {
    name: 'Ele.me, own shops',
    kind: 'eleme',
    open: openEleme,
    answers: true,
    renews: true,
    polls: 2,
    wrong: { secret: 'another-secret-of-eleme' },
  },
  {
    name: 'Ele.me, by consent',
    kind: 'eleme',
    open: () => openEleme({ refreshToken: 'consented' }),
    answers: true,
    renews: true,
    polls: 2,
    wrong: { secret: 'another-secret-of-eleme' },
  },
  {
    name: 'Dianping and Meituan in-store',
    kind: 'dianping',
    open: openDianping,
    answers: false,
    renews: true,
    polls: 1,
    wrong: { secret: 'another-secret-of-dianping' },
  },
]
const BAD = '9000000000000000001'

describe.each(CASES)('$name', ({ kind, open, answers, renews, wrong, polls }) => {
  let app: TestApp
  let platform: ReviewPlatform
  let shop: MadeShop
  let agent: MadeStaff
  let channel: Connected
  let hour = 0

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
    platform = await open()
    shop = await app.make.shop()
    const admin = await app.make.staff({ role: 'admin' })
    agent = await app.make.staff({ role: 'agent' })
    const settings = { ...platform.settings, shops: [`${platform.shop}=${shop.code}`] }
    channel = await connectChannel(app, { admin, agent }, kind, settings)
    await app.sweep()
  })
  afterAll(async () => {
    await app.close()
    await platform.close()
  })

  /** So many hours later, with everything done that is due then. */
  async function later(hours = 1) {
    hour += hours
    app.setNow(new Date(Date.parse('2026-03-02T12:00:00+08:00') + hour * 3_600_000).toISOString())
    await app.sweep()
  }
  const written = (id: string, text: string, more: Partial<MadeReview> = {}) =>
    platform.reviews.set(id, { id, text, stars: 2, at: '2026-03-01 19:30:00', ...more })
  const ticketOf = async (text: string) => (await channel.tickets(text))[0]

  test('the connection test names each shop and what is wrong with it', async () => {
    expect((await channel.test()).ok).toBe(true)
    await channel.save({ shops: [`${platform.shop}=${shop.code}`, BAD] })
    const { ok, steps } = await channel.test()
    expect(ok).toBe(false)
    expect(steps.map((s) => [s.step, s.ok])).toEqual([
      ['shops', true],
      ['reviews', true],
      ['reviews', false],
      ['codes', false],
    ])
    expect(steps[2]!.data).toMatchObject({ shop: BAD })
    await channel.save({ shops: [`${platform.shop}=S9999`] })
    expect((await channel.test()).steps.at(-1)).toMatchObject({
      fault: 'codeUnknown',
      data: { code: 'S9999' },
    })
    await channel.save({ shops: [] })
    expect((await channel.test()).steps).toMatchObject([{ step: 'shops', fault: 'noShops' }])
    await channel.save({ ...wrong, shops: [`${platform.shop}=${shop.code}`] })
    expect((await channel.test()).steps.find((s) => !s.ok)).toMatchObject({ fault: 'signatureRefused' })
    await channel.save(platform.settings as Record<string, unknown>)
    await channel.save({ shops: [`${platform.shop}=${shop.code}`] })
    expect((await channel.test()).ok).toBe(true)
  })

  test('a review becomes a ticket of its shop, and nothing is written under it by itself', async () => {
    written('98587250597500702', '奶茶漏了一半', { stars: 1, labels: ['包装差'], criticised: ['芋泥波波'] })
    await later()
    const ticket = await ticketOf('奶茶漏了一半')
    expect(ticket).toMatchObject({ channel: kind, shop: { id: shop.id } })
    expect(ticket!.entries[0]!.data).toMatchObject({ stars: 1, about: { labels: '包装差' } })
    expect(ticket!.customer).toBeNull()
    expect(platform.replies).toEqual([])
    expect((await channel.health()).state).toBe('ok')
  })

  test('asked for ten times more it stays one message; changed words and a follow-up are one more each', async () => {
    for (let n = 0; n < 10; n++) await later()
    expect(saidIn(await ticketOf('奶茶漏了一半'))).toEqual(['奶茶漏了一半'])
    platform.reviews.get('98587250597500702')!.text = '奶茶漏了一半，袋子也湿了'
    await later()
    platform.reviews.get('98587250597500702')!.followUp = '商家到现在没有联系我'
    await later()
    await later()
    expect(saidIn(await ticketOf('奶茶漏了一半'))).toEqual([
      '奶茶漏了一半',
      '奶茶漏了一半，袋子也湿了',
      '追评：商家到现在没有联系我',
    ])
  })

  test('an hour in which the platform throttles, breaks, hangs up or answers half loses and doubles nothing', async () => {
    for (const [n, trouble] of (
      ['throttled', 'tooMany', 'brokenStatus', 'half', 'hangUp', 'silent'] as const
    ).entries()) {
      written(`7700000000000000${n}1`, `第 ${n} 条差评`)
      if (trouble === 'silent') await channel.save({ timeoutMs: 1000 })
      platform.fail(...Array<typeof trouble>(polls).fill(trouble))
      await later()
      const { state, code } = await channel.health()
      expect([trouble, state]).toEqual([trouble, 'fault'])
      expect(['quota', 'broken', 'unreachable', 'timedOut']).toContain(code)
      if (trouble === 'silent') await channel.save({ timeoutMs: 10_000 })
      await later()
      expect(await channel.health()).toMatchObject({ state: 'ok' })
      expect(saidIn(await ticketOf(`第 ${n} 条差评`))).toEqual([`第 ${n} 条差评`])
    }
  })

  test('a shop that the platform refuses does not hinder the others, and the health line names it', async () => {
    await channel.save({ shops: [BAD, `${platform.shop}=${shop.code}`] })
    written('880000000000000011', '等了一个半小时')
    await later()
    expect(await ticketOf('等了一个半小时')).toMatchObject({ shop: { id: shop.id } })
    expect(await channel.health()).toMatchObject({ state: 'fault', data: { shop: BAD } })
    await channel.save({ shops: [`${platform.shop}=${shop.code}`] })
    await app.sweep()
    expect(await channel.health()).toMatchObject({ state: 'ok' })
  })

  test('more reviews than a page holds all arrive once, at our own pace, which is no fault', async () => {
    await channel.save({ perMinute: 2 })
    for (let n = 0; n < 55; n++) written(`55000000000000${1000 + n}`, `第 ${n + 1000} 位顾客说不好喝`)
    await later()
    for (let n = 0; n < 5; n++) await later(1 / 30)
    expect(await channel.count('第%位顾客说不好喝')).toBe(55)
    expect(await channel.health()).toMatchObject({ state: 'ok' })
    await channel.save({ perMinute: 600 })
  })

  test('a review whose fields nobody knows is kept and shown, not guessed', async () => {
    written('', '字段改了名', { at: '2026-03-01 20:00:00' })
    await later()
    await later()
    expect(await channel.strays()).toMatchObject([{ problem: 'unreadable' }])
    platform.reviews.delete('')
  })

  test('a follow-up weeks later is found by the daily look at the whole span', async () => {
    await later(24 * 9)
    platform.reviews.get('880000000000000011')!.followUp = '后来补了一杯，谢谢'
    await later(24)
    expect(saidIn(await ticketOf('等了一个半小时'))).toContain('追评：后来补了一杯，谢谢')
  })

  if (renews)
    test('a token that has ended is renewed once, in the middle of the work', async () => {
      written('66000000000000001', '外卖送错了', { at: shanghai() })
      platform.fail('expired')
      await later(24)
      expect(await ticketOf('外卖送错了')).toBeDefined()
      expect(await channel.health()).toMatchObject({ state: 'ok' })
    })

  if (answers)
    test('a reply stands under the review once, without the private link', async () => {
      const ticket = await ticketOf('奶茶漏了一半')
      const reply = (text: string) => app.as(agent).post(`/tickets/${ticket!.id}/replies`, { text })
      platform.fail('brokenStatus')
      expect((await reply('非常抱歉，我们马上补一杯。\nhttp://localhost/t/abc')).status).toBe(200)
      await later(0)
      await later()
      expect(platform.replies).toEqual([{ id: '98587250597500702', text: '非常抱歉，我们马上补一杯。' }])
      expect(sentIn(await ticketOf('奶茶漏了一半'))[0]![1]).toBe('sent')
      await reply('再补充一句')
      await later()
      expect(platform.replies).toHaveLength(1)
      expect(sentIn(await ticketOf('奶茶漏了一半'))[1]).toEqual(['再补充一句', 'failed'])
      expect((await channel.dead())[0]).toMatchObject({ problem: 'alreadyAnswered' })
    })

  if (answers)
    test('what the platform forbids or finds too long goes back to whoever wrote it', async () => {
      const ticket = await ticketOf('等了一个半小时')
      platform.fail('forbiddenWords')
      await app.as(agent).post(`/tickets/${ticket!.id}/replies`, { text: '加微信领券' })
      await app.sweep()
      const failed = (await ticketOf('等了一个半小时'))!.entries.find((e) => e.delivery === 'failed')
      expect(['forbiddenWords', 'refused']).toContain(failed!.deliveryProblem)
      await channel.save({ replyMost: 20 })
      await app.as(agent).post(`/tickets/${ticket!.id}/replies`, { text: '很抱歉'.repeat(20) })
      await app.sweep()
      expect((await channel.dead())[0]).toMatchObject({ problem: 'tooLong' })
    })

  if (!answers)
    test('it cannot be answered here, and says so by sending nothing', async () => {
      const ticket = await ticketOf('奶茶漏了一半')
      const reply = { text: '非常抱歉' }
      await app.as(agent).post(`/tickets/${ticket!.id}/replies`, reply)
      await app.sweep()
      expect(platform.replies).toEqual([])
      expect(sentIn(await ticketOf('奶茶漏了一半'))[0]![1]).toBe('failed')
    })

  /** Yesterday evening of the set clock. */
  function shanghai(): string {
    const at = new Date(app.services.now().getTime() - 12 * 3_600_000 + 8 * 3_600_000)
    return at.toISOString().slice(0, 19).replace('T', ' ')
  }
})
