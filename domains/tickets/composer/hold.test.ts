import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { EntryPage, Ticket } from '#contracts/tickets'
import type { ComposerState } from '#contracts/tickets/composer'
import type { Services } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { Answer } from '#test/client'
import type { MadeShop, MadeStaff } from '#test/make'
import { anyIp } from '#test/permission-records'
import { unseen } from './collision.ts'
import { sweepHeld } from './send-held.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const LATER = '2026-03-02T12:00:11+08:00'
const SORRY = '实在抱歉，给您重做一杯，现在就能来取。'

let app: TestApp
let shop: MadeShop
let slug: string
let anna: MadeStaff
let ben: MadeStaff
let id: string

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop()
  anna = await app.make.staff({ role: 'agent', name: '王芳' })
  ben = await app.make.staff({ role: 'agent', name: '李强' })
  const admin = app.as(await app.make.staff({ role: 'admin' }))
  const body = { shopId: shop.id, place: 'table', labels: ['A07'] }
  slug = (await admin.post<{ slug: string }[]>('/codes', body)).body[0]!.slug
})
afterAll(() => app.close())
beforeEach(async () => {
  app.setNow(NOON)
  const form = { submissionId: randomUUID(), content: '做错了，要的是少冰', mood: 'bad' }
  const path = `/public/forms/${slug}/feedback`
  const sent = await app.anonymous.post<{ number: string }>(path, form, { ip: anyIp() })
  id = await idOf(sent.body.number)
})

const idOf = async (number: string) => {
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
const state = async (who: MadeStaff) => (await app.as(who).get<ComposerState>(`/tickets/${id}/composer`)).body
const ticket = async () => (await app.as(anna).get<z.infer<typeof Ticket>>(`/tickets/${id}`)).body
const said = async () => {
  const { body } = await app.as(anna).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)
  return body.entries.filter((e) => e.kind === 'message_out' && e.byKind === 'staff').map((e) => e.text)
}
const reply = (who: MadeStaff, text: string, more: object = {}): Promise<Answer> =>
  app.as(who).post(`/tickets/${id}/replies`, { text, ...more })
async function hold(who: MadeStaff, text: string, more: object = {}): Promise<string> {
  const answer = await reply(who, text, { hold: true, ...more })
  expect(answer.status, answer.text).toBe(200)
  return (await state(who)).held.find((h) => h.mine && h.text === text)!.id
}

describe('ten seconds to think again', () => {
  test('nothing goes out, and nothing counts as answered, before they are over', async () => {
    await hold(anna, SORRY)
    expect(await sweepHeld(app.services)).toBe(0)
    expect(await said()).toEqual([])
    const before = await ticket()
    expect(before.status).toBe('assigned')
    expect(before.clocks.find((c) => c.metric === 'respond')?.state).toBe('active')
    app.setNow(LATER)
    await app.sweep()
    expect(await said()).toEqual([SORRY])
    const after = await ticket()
    expect(after.status).toBe('in_progress')
    expect(after.clocks.find((c) => c.metric === 'respond')?.state).toBe('met')
    expect((await state(anna)).held).toEqual([])
  })

  test('undone, the text stands in the field again, before what was written since', async () => {
    const held = await hold(anna, SORRY, { wait: true })
    const since = { text: '还有一件事' }
    await app.as(anna).put(`/tickets/${id}/drafts/reply`, since)
    const undone = await app.as(anna).delete<ComposerState>(`/tickets/${id}/held/${held}`)
    expect(undone.body.held).toEqual([])
    expect(undone.body.drafts).toMatchObject([{ mode: 'reply', text: `${SORRY}\n还有一件事`, wait: true }])
    app.setNow(LATER)
    await app.sweep()
    expect(await said()).toEqual([])
  })

  test('sent at once when its writer does not want to wait', async () => {
    const held = await hold(anna, SORRY)
    const now = await app.as(anna).put<ComposerState>(`/tickets/${id}/held/${held}/now`)
    expect(now.body.held).toEqual([])
    expect(await said()).toEqual([SORRY])
    const late = await app.as(anna).delete(`/tickets/${id}/held/${held}`)
    expect(late.problem.code).toBe('composer.alreadySent')
  })

  test('only the writer takes it back or hurries it', async () => {
    const held = await hold(anna, SORRY)
    expect((await state(ben)).held).toMatchObject([{ by: '王芳', mine: false, text: SORRY }])
    for (const answer of [
      await app.as(ben).delete(`/tickets/${id}/held/${held}`),
      await app.as(ben).put(`/tickets/${id}/held/${held}/now`),
    ])
      expect(answer.problem.code).toBe('composer.heldNotFound')
  })

  test('what would be refused is refused at once, and holds nothing back', async () => {
    const review = await reply(anna, '给个五星好评吧', { hold: true })
    expect(review.problem.code).toBe('tickets.asksForReview')
    const past = await reply(anna, SORRY, { hold: true, expectedAt: '2026-03-02T03:00:00Z' })
    expect(past.problem.code).toBe('tickets.expectedInPast')
    const gap = await reply(anna, '[称呼]您好，马上给您重做。', { hold: true })
    expect(gap.problem).toMatchObject({ code: 'composer.gapsLeft', data: { gap: '[称呼]' } })
    expect((await state(anna)).held).toEqual([])
  })

  test('a proposal waits as well and then asks the customer', async () => {
    await app.as(anna).put(`/tickets/${id}/proposal`, { text: '重做一杯，退 18 元', hold: true })
    expect((await ticket()).status).toBe('assigned')
    app.setNow(LATER)
    await app.sweep()
    expect(await ticket()).toMatchObject({ status: 'proposed', proposal: { text: '重做一杯，退 18 元' } })
  })

  test('closing right after the answer sends the answer first', async () => {
    await hold(anna, SORRY)
    const closed = await app.as(anna).put(`/tickets/${id}/closure`, { note: '已重做，顾客满意' })
    expect(closed.status, closed.text).toBe(200)
    expect(await said()).toEqual([SORRY])
    app.setNow(LATER)
    await app.sweep()
    expect(await said()).toEqual([SORRY])
  })
})

describe('nothing is lost and nothing goes out twice', () => {
  test('a process that is killed while it sends leaves it to the next', async () => {
    await hold(anna, SORRY)
    app.setNow(LATER)
    const { db } = app.services
    const dying = {
      ...app.services,
      db: {
        ...db,
        inBrand: (brand: string, work: (tx: never) => Promise<unknown>) =>
          db.inBrand(brand, async (tx) => {
            await work(tx as never)
            throw new Error('killed')
          }),
      },
    } as Services
    await expect(sweepHeld(dying)).rejects.toThrow('killed')
    expect(await said()).toEqual([])
    await app.sweep()
    expect(await said()).toEqual([SORRY])
  })

  test('undo against two sweeps: either taken back or sent, once', async () => {
    for (let round = 0; round < 6; round++) {
      app.setNow(NOON)
      const text = `第 ${round} 次回复`
      const held = await hold(anna, text)
      app.setNow(LATER)
      const deeds = [
        () => sweepHeld(app.services),
        () => app.as(anna).delete(`/tickets/${id}/held/${held}`),
        () => sweepHeld(app.services),
      ]
      const order = round % 2 ? deeds.toReversed() : deeds
      const [undone] = (await Promise.all(order.map((run) => run()))).filter(
        (answer) => typeof answer !== 'number',
      ) as Answer[]
      await app.sweep()
      const out = (await said()).filter((t) => t === text).length
      expect(out).toBe(undone!.status === 200 ? 0 : 1)
      const left = (await state(anna)).drafts.find((d) => d.text.includes(text))
      expect(left !== undefined).toBe(undone!.status === 200)
    }
  })

  test('what cannot be sent any more comes back with the reason, and its writer is told', async () => {
    const held = await hold(anna, SORRY)
    await app.as(ben).put(`/tickets/${id}/set-aside`, { reason: 'test' })
    app.setNow(LATER)
    await app.sweep()
    expect(await said()).toEqual([])
    const mine = await state(anna)
    expect(mine.drafts).toMatchObject([{ mode: 'reply', text: SORRY }])
    expect(mine.held).toMatchObject([{ id: held, problem: expect.stringContaining('状态') }])
    expect((await state(ben)).held).toEqual([])
    const notices = await app.as(anna).get<{ notices: { kind: string }[] }>('/notices')
    expect(notices.body.notices[0]?.kind).toBe('not_sent')
    const known = await app.as(anna).delete<ComposerState>(`/tickets/${id}/held/${held}`)
    expect(known.body).toMatchObject({ held: [], drafts: [{ text: SORRY }] })
  })

  test('nobody who was locked out in between says anything', async () => {
    const gone = await app.make.staff({ role: 'agent', name: '赵敏' })
    await hold(gone, SORRY)
    const admin = app.as(await app.make.staff({ role: 'admin' }))
    const { status, text } = await admin.put(`/staff/${gone.id}/lock`)
    expect(status, text).toBeLessThan(300)
    app.setNow(LATER)
    await app.sweep()
    expect(await said()).toEqual([])
  })
})

describe('two answer the same customer', () => {
  test('the second hears of the first before it is sent', async () => {
    const { newest } = await state(ben)
    expect(newest).toBeNull()
    await reply(anna, SORRY)
    const refused = await reply(ben, '您好，请问是哪一杯？', { afterEntry: newest })
    expect(refused.problem).toMatchObject({
      code: 'composer.someoneReplied',
      data: { name: '王芳', text: SORRY, held: false },
    })
    const { other } = await state(ben)
    expect(other).toMatchObject({ by: '王芳', text: SORRY })
    expect((await reply(ben, '补充一句', { afterEntry: other!.id })).status).toBe(200)
    expect(await said()).toEqual([SORRY, '补充一句'])
  })

  test('also while the first is still held back; once known it is not told again when it goes out', async () => {
    await hold(anna, SORRY)
    const refused = await reply(ben, '您好', { hold: true, afterEntry: null })
    expect(refused.problem).toMatchObject({ data: { name: '王芳', held: true } })
    app.setNow(LATER)
    await app.sweep()
    const seen = (refused.problem.data as { id: string }).id
    expect((await reply(ben, '补充一句', { afterEntry: seen })).status).toBe(200)
  })

  test('the own messages and those of the system are no surprise', async () => {
    await reply(anna, SORRY)
    expect((await reply(anna, '已经做好了', { afterEntry: null })).status).toBe(200)
  })

  test('whoever does not say what was seen is not asked', async () => {
    await reply(anna, SORRY)
    expect((await reply(ben, '补充一句')).status).toBe(200)
  })

  const message = (n: number) => ({
    id: `0199000${n}-0000-7000-8000-000000000000`,
    staff_id: '',
    by_name: '',
    at: new Date(0),
    text: String(n),
    held: false,
  })
  test.each([
    [[], null, undefined],
    [[2, 1], null, '2'],
    [[2, 1], 1, '2'],
    [[2, 1], 2, undefined],
    [[2, 1], 3, undefined],
  ])('of %j after %j the unseen one is %j', (latest, seen, wanted) => {
    const found = unseen(latest.map(message), seen === null ? null : message(seen).id)
    expect(found?.text).toBe(wanted)
  })
})
