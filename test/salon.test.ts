import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Receipt } from '#contracts/channels'
import type { PublicSalon, SalonDesk, SalonForm, SalonFormView } from '#contracts/channels/salon'
import type { EntryPage, Ticket } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let manager: MadeStaff
let therapist: MadeStaff
let desk: SalonDesk
let slug: string

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  const brand = await app.make.brand({ pack: 'beauty' })
  shop = await app.make.shop({ brand, name: '静安店' })
  admin = await app.make.staff({ brand, role: 'admin' })
  manager = await app.make.staff({ brand, role: 'shop_manager', shop })
  therapist = await app.make.staff({ brand, role: 'shop_staff', shop, name: '小雨' })
  for (const role of ['agent', 'lead', 'quality', 'marketing', 'advisor'] as const)
    await app.make.staff({ brand, role })
  const made = await app.as(manager).post<SalonDesk>('/salon/desks', { shopId: shop.id })
  expect(made.status, made.text).toBe(201)
  desk = made.body
  slug = desk.url.split('/').at(-1)!
})
afterAll(() => app.close())

type Change = Record<string, unknown>
let ips = 0

function answer(change: Change = {}) {
  ips += 1
  const body = { submissionId: randomUUID(), version: 0, mood: 'good', ...change }
  return app.anonymous.post<Receipt>(`/public/salon/${slug}/answers`, body, { ip: `10.2.0.${ips}` })
}

async function ticketOf(change: Change): Promise<Ticket> {
  const sent = await answer(change)
  expect(sent.status, sent.text).toBe(201)
  const { id } = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(sent.body.number.slice('HY-'.length)))
      .executeTakeFirstOrThrow(),
  )
  return (await app.as(manager).get<Ticket>(`/tickets/${id}`)).body
}

const placeOf = (form: PublicSalon, word: string) => form.words['zh-CN']!.discomforts.indexOf(word)
const page = async () => (await app.anonymous.get<PublicSalon>(`/public/salon/${slug}`)).body

describe('the three questions', () => {
  test('a happy customer becomes praise, with the therapist’s name beside it', async () => {
    const ticket = await ticketOf({ none: true, therapistId: therapist.id, wishWords: '' })
    expect(ticket).toMatchObject({
      kind: 'praise',
      channel: 'salon',
      mood: 'good',
      shop: { id: shop.id },
    })
    const { body } = await app.as(manager).get<z.infer<typeof EntryPage>>(`/tickets/${ticket.id}/entries`)
    expect(body.entries[0]!.data).toMatchObject({ about: { therapist: '小雨' }, salon: { none: true } })
  })

  test('something uncomfortable is a complaint, however good the face', async () => {
    const form = await page()
    const ticket = await ticketOf({ discomforts: [placeOf(form, '力道太重')] })
    expect(ticket).toMatchObject({ kind: 'complaint', content: '力道太重' })
  })

  test('a reaction of the skin is as serious as the playbook says', async () => {
    const form = await page()
    const mild = await ticketOf({ mood: 'fair', discomforts: [placeOf(form, '力道太重')] })
    const skin = await ticketOf({
      mood: 'fair',
      discomforts: [placeOf(form, '红肿'), placeOf(form, '起疹子')],
      discomfortWords: '敷完面膜脸肿起来了，像是过敏',
    })
    expect(skin.kind).toBe('emergency')
    expect([skin.priority, mild.priority]).toEqual(['P1', 'P4'])
    expect(skin.triage.categories[0]!.key).toBe('reaction.skin')
  })

  test('the questions’ own words do not count: a wish without discomfort is no complaint about discomfort', async () => {
    const ticket = await ticketOf({ none: true, wishes: [0] })
    expect(ticket.content).toBe('少等一会儿')
    expect(ticket.kind).toBe('suggestion')
  })

  test('the same answers again are the same ticket', async () => {
    const form = { submissionId: randomUUID(), none: true }
    const [first, again] = [await answer(form), await answer(form)]
    expect(again.body.number).toBe(first.body.number)
  })

  test('a number goes along only with its tick, and what was agreed to stays with it', async () => {
    const refused = await answer({ phone: '13900002222' })
    expect([refused.status, refused.problem.code]).toEqual([422, 'tickets.consentMissing'])
    const ticket = await ticketOf({ phone: '13900002222', consent: true, discomforts: [0] })
    expect(ticket.customer?.contact).toBe('139****2222')
    const { body } = await app.as(manager).get<z.infer<typeof EntryPage>>(`/tickets/${ticket.id}/entries`)
    expect(body.entries[0]!.data).toMatchObject({
      consent: { version: 0, at: '2026-03-02T04:00:00.000Z', via: 'salon' },
      about: { agreed: expect.stringContaining('不用于推销') },
    })
  })

  test('somebody who does not work here is not named', async () => {
    const stranger = await app.make.staff({ role: 'shop_staff' })
    const ticket = await ticketOf({ none: true, therapistId: stranger.id })
    const { body } = await app.as(manager).get<z.infer<typeof EntryPage>>(`/tickets/${ticket.id}/entries`)
    expect(body.entries[0]!.data.about).toEqual({})
  })
})

describe('the desk and its words', () => {
  test('the page names the people of the shop, in three languages', async () => {
    const form = await page()
    expect(form).toMatchObject({ shop: '静安店', version: 0 })
    expect(form.people.map((p) => p.name)).toContain('小雨')
    expect(form.words.en!.effect).toBe('How do you like the result?')
    expect(form.words['zh-TW']!.discomfort).toBe('過程中哪裡不舒服？')
  })

  test('the administrator writes the questions; answers to the old ones are still understood', async () => {
    const { body } = await app.as(admin).get<z.infer<typeof SalonFormView>>('/salon/form')
    const form: SalonForm = structuredClone(body.form)
    form.discomfort.chips = [{ 'zh-CN': '水太凉' }]
    const saved = await app.as(admin).put<z.infer<typeof SalonFormView>>('/salon/form', form)
    expect(saved.body.version).toBe(1)
    expect((await page()).words['zh-CN']!.discomforts).toEqual(['水太凉'])
    expect((await ticketOf({ version: 1, discomforts: [0] })).content).toBe('水太凉')
    expect((await ticketOf({ version: 0, discomforts: [5] })).content).toBe('力道太重')
    expect((await answer({ version: 9 })).problem.code).toBe('channels.formUnknown')
    expect((await app.as(manager).put('/salon/form', form)).status).toBe(403)
    const long = { ...form, effect: { ask: { 'zh-CN': '长'.repeat(31) } } }
    expect((await app.as(admin).put('/salon/form', long)).status).toBe(400)
  })

  test('each shop has one address; switched off it says so', async () => {
    const again = await app.as(manager).post<SalonDesk>('/salon/desks', { shopId: shop.id })
    expect(again.body.url).toBe(desk.url)
    await app.as(manager).patch(`/salon/desks/${desk.id}`, { on: false })
    expect((await answer()).problem.code).toBe('channels.codeOff')
    await app.as(manager).patch(`/salon/desks/${desk.id}`, { on: true })
    expect((await answer({ none: true })).status).toBe(201)
  })
})
