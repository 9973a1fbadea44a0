import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Code, PublicForm, Receipt } from '#contracts/channels'
import type { KioskFront, KioskSetup, SlipKeyMade, SlipSetup, SlipVerdict } from '#contracts/channels/box'
import type { Ticket } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { Client } from '#test/client'
import type { MadeShop, MadeStaff } from '#test/make'
import { signSlip, slipText } from './slip.ts'

type CodeView = z.infer<typeof Code>

let app: TestApp
let shop: MadeShop
let admin: Client
let manager: MadeStaff
let lead: Client
beforeAll(async () => {
  app = await startApp({ now: '2026-11-22T12:30+08:00' })
  shop = await app.make.shop()
  admin = app.as(await app.make.staff({ role: 'admin' }))
  lead = app.as(await app.make.staff({ role: 'lead' }))
  manager = await app.make.staff({ role: 'shop_manager', shop })
})
afterAll(() => app?.close())

let names = 0
const code = async (place: 'slip' | 'kiosk' | 'table', at = shop): Promise<CodeView> => {
  names += 1
  const made = await admin.post<CodeView[]>('/codes', { shopId: at.id, place, labels: [`${place}${names}`] })
  return made.body[0]!
}
const till = async () => {
  const made = await code('slip')
  const { secret } = (await admin.put<SlipKeyMade>(`/codes/${made.id}/slip-key`, {})).body
  const link = (r: string, more: { t?: string; a?: string } = {}) => {
    const said = { r, ...more }
    return { ...said, s: signSlip(secret, slipText(made.slug, said)) }
  }
  return { ...made, secret, link }
}
const formOf = (slug: string, query: Record<string, string>) =>
  app.anonymous.get<PublicForm>(`/public/forms/${slug}?${new URLSearchParams(query)}`)
const send = (slug: string, slip: object | undefined, more: object = {}) =>
  app.anonymous.post<Receipt>(`/public/forms/${slug}/feedback`, {
    submissionId: randomUUID(),
    mood: 'bad',
    content: '面里的汤是凉的，等了很久',
    slip,
    ...more,
  })
const ticketOf = async (number: string): Promise<Ticket> => {
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(number.slice(3)))
      .execute(),
  )
  return (await lead.get<Ticket>(`/tickets/${rows[0]!.id}`)).body
}

test('the form of a signed slip shows it, and its ticket keeps the number as proven', async () => {
  const { slug, link } = await till()
  const slip = link('A1032', { t: '20261122T1210', a: '58.00' })
  expect((await formOf(slug, slip)).body.slip).toEqual({
    number: 'A1032',
    at: '2026-11-22T04:10:00.000Z',
    amountMinor: 5800,
    proven: true,
  })
  const sent = await send(slug, slip)
  expect(sent.status).toBe(201)
  expect(await ticketOf(sent.body.number)).toMatchObject({
    orderNumber: 'A1032',
    purchasedAt: '2026-11-22T04:10:00.000Z',
    slip: { proven: true, amountMinor: 5800, earlier: [] },
  })
})

test('a number without a signature, or with a forged one, is taken and marked as unproven', async () => {
  const { slug, link } = await till()
  const unsigned = await send(slug, { r: 'A2001' })
  expect(await ticketOf(unsigned.body.number)).toMatchObject({
    orderNumber: 'A2001',
    slip: { proven: false, amountMinor: null },
  })
  const forged = await send(slug, { ...link('A2002'), r: 'A2003' })
  expect(await ticketOf(forged.body.number)).toMatchObject({ orderNumber: 'A2003', slip: { proven: false } })
})

test.each(['', ' ', 'x'.repeat(65), 'a|b', 'a\tb'])(
  'the odd number %j opens and sends the ordinary form',
  async (r) => {
    const { slug } = await till()
    expect((await formOf(slug, { r, t: '\u{1F35C}', s: "';--" })).body.slip).toBeNull()
    const sent = await send(slug, { r })
    expect(await ticketOf(sent.body.number)).toMatchObject({ orderNumber: '', slip: null })
  },
)

test('a table’s code does not listen to numbers in its address', async () => {
  const { slug } = await code('table')
  expect((await formOf(slug, { r: 'A1032' })).body.slip).toBeNull()
})

test('the form says on whose clock a time is meant: the shop’s, on a table’s code as on a till’s', async () => {
  const { slug } = await code('table')
  expect((await formOf(slug, {})).body).toMatchObject({ zone: 'Asia/Shanghai', shops: [] })
  const zone = 'Asia/Urumqi'
  const to = (set: { zone: string }) =>
    app.services.db.inBrand(shop.brandId, (tx) =>
      tx.updateTable('people.shop').set(set).where('id', '=', shop.id).execute(),
    )
  await to({ zone })
  expect((await formOf(slug, {})).body.zone).toBe(zone)
  await to({ zone: 'Asia/Shanghai' })
})

test('the same slip again opens a ticket that names the first, and tells only who proves to hold it', async () => {
  const { slug, link } = await till()
  const slip = link('A3001')
  const first = await send(slug, slip)
  expect(first.body.sameSlip).toBeUndefined()
  const again = await send(slug, slip)
  expect(again.body).toMatchObject({ sameSlip: true })
  expect(again.body.number).not.toBe(first.body.number)
  expect((await ticketOf(again.body.number)).slip?.earlier).toEqual([first.body.number])
  const stranger = await send(slug, { r: 'A3001' })
  expect(stranger.status).toBe(201)
  expect(stranger.body.sameSlip).toBeUndefined()
})

test('a form that is sent once more gets its own answer and is not its own predecessor', async () => {
  const { slug, link } = await till()
  const submissionId = randomUUID()
  const first = await send(slug, link('A4001'), { submissionId })
  expect((await send(slug, link('A4001'), { submissionId })).body).toEqual(first.body)
})

test('a new key is shown once; slips of the one before hold for two weeks, or stop at once', async () => {
  const { id, slug, link } = await till()
  const proven = async () => (await formOf(slug, link('A5001'))).body.slip?.proven
  const shown = (await admin.get<SlipSetup>(`/codes/${id}/slip`)).body
  expect(JSON.stringify(shown)).not.toContain('secret')
  await admin.put(`/codes/${id}/slip-key`, { keepBefore: true })
  expect(await proven()).toBe(true)
  app.setNow('2026-12-06T12:31+08:00')
  expect(await proven()).toBe(false)
  app.setNow('2026-11-22T12:30+08:00')
  const other = await till()
  await admin.put(`/codes/${other.id}/slip-key`, { keepBefore: false })
  expect((await formOf(other.slug, other.link('A5002'))).body.slip?.proven).toBe(false)
})

test('the check tells a till’s maker what is wrong with a printed link', async () => {
  const { id, slug, link, url } = await till()
  const check = async (text: string) =>
    (await admin.post<SlipVerdict>(`/codes/${id}/slip-checks`, { link: text })).body
  const right = `${url}?${new URLSearchParams(link('A6001', { a: '12.50' }))}`
  expect(await check(right)).toMatchObject({ proven: true, faults: [], text: `${slug}|A6001||12.50` })
  expect((await check(`${url}?r=A6001`)).faults).toEqual(['unsigned'])
  expect((await check(`${url}?t=1&s=00`)).faults).toEqual(['noNumber'])
  expect((await check(`${url}?r=1&t=soon&a=much`)).faults).toEqual(['badTime', 'badAmount', 'unsigned'])
  expect((await check('A6001')).faults).toEqual(['notALink'])
  expect((await check(right.replace('http://localhost', 'http://elsewhere.example'))).faults).toEqual([
    'otherHost',
  ])
  expect(await check(right.replace(slug, 'k7m2p9qa'))).toMatchObject({ proven: false, faults: ['otherCode'] })
})

test('the example beside a new key proves itself', async () => {
  const made = await code('slip')
  const { example } = (await admin.put<SlipKeyMade>(`/codes/${made.id}/slip-key`, {})).body
  const checked = await admin.post<SlipVerdict>(`/codes/${made.id}/slip-checks`, { link: example.link })
  expect(checked.body).toMatchObject({ proven: true, text: example.text })
})

test('tills and tablets are set up by whoever manages the shop, and by nobody of another shop', async () => {
  const elsewhere = await app.make.shop()
  const [slip, kiosk] = [await code('slip', elsewhere), await code('kiosk', elsewhere)]
  const own = await code('slip')
  expect((await app.as(manager).put(`/codes/${own.id}/slip-key`, {})).status).toBe(200)
  expect((await app.as(manager).put(`/codes/${slip.id}/slip-key`, {})).status).toBe(404)
  expect((await app.as(manager).get(`/codes/${kiosk.id}/kiosk`)).status).toBe(404)
  expect((await admin.get(`/codes/${slip.id}/kiosk`)).status).toBe(404)
})

const kiosk = async () => {
  const made = await code('kiosk')
  const { url } = (await admin.get<KioskSetup>(`/codes/${made.id}/kiosk`)).body
  return { ...made, key: url.split('/').at(-1)! }
}
const write = (slug: string, key: string, more: object = {}, ip = '10.1.1.1') =>
  app.anonymous.post<Receipt>(
    `/public/kiosks/${slug}/feedback`,
    { submissionId: randomUUID(), key, mood: 'bad', content: '排队太久了，叫号看不清', ...more },
    { ip },
  )

test('a tablet gets its words in three languages, and the console sees it', async () => {
  const { id, slug, key } = await kiosk()
  const front = await app.anonymous.put<KioskFront>(`/public/kiosks/${slug}/presence`, { key, waiting: 2 })
  expect(front.body).toMatchObject({ shop: shop.name, tone: 'pine', idleSec: 45, known: true })
  expect(Object.keys(front.body.words)).toEqual(['zh-CN', 'zh-TW', 'en'])
  const seen = (await admin.get<KioskSetup>(`/codes/${id}/kiosk`)).body
  expect(seen).toMatchObject({ waiting: 2, seenAt: '2026-11-22T04:30:00.000Z' })
  const stranger = await app.anonymous.put<KioskFront>(`/public/kiosks/${slug}/presence`, {
    key: 'guessed',
    waiting: 99,
  })
  expect(stranger.body.known).toBe(false)
  expect((await admin.get<KioskSetup>(`/codes/${id}/kiosk`)).body.waiting).toBe(2)
})

test('what a tablet brings is never refused for a missing field, and says where it stood', async () => {
  const { slug, key, label } = await kiosk()
  const sent = await write(slug, key, { writtenAt: '2026-11-22T03:00:00.000Z' })
  expect(sent.status).toBe(201)
  const ticket = await ticketOf(sent.body.number)
  expect(ticket.place).toBe(label)
})

test('a tablet may send far more than a phone, and its number of calls is nobody else’s', async () => {
  const { slug, key } = await kiosk()
  const many = await Promise.all(Array.from({ length: 45 }, () => write(slug, key, {}, '10.2.2.2')))
  expect(new Set(many.map((one) => one.status))).toEqual(new Set([201]))
  expect((await write(slug, 'guessed', {}, '10.2.2.2')).status).toBe(201)
  const strange = await Promise.all(Array.from({ length: 35 }, () => write(slug, 'guessed', {}, '10.3.3.3')))
  expect(strange.filter((one) => one.status === 429)).toHaveLength(5)
})

test('a renewed link leaves the tablet before with a phone’s limit, and a code switched off with none', async () => {
  const { id, slug, key } = await kiosk()
  const renewed = (await admin.put<KioskSetup>(`/codes/${id}/kiosk/link`)).body
  expect(renewed.url).not.toContain(key)
  const front = await app.anonymous.put<KioskFront>(`/public/kiosks/${slug}/presence`, { key, waiting: 0 })
  expect(front.body.known).toBe(false)
  await admin.patch(`/codes/${id}`, { on: false })
  expect((await write(slug, key)).status).toBe(410)
})

test('the tablet’s door leads to tablets only', async () => {
  const { slug } = await code('table')
  expect((await write(slug, 'any')).status).toBe(404)
})
