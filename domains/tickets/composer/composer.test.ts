import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { EntryPage, RenderedTemplate, Ticket } from '#contracts/tickets'
import type { ComposerState, Mentionable, PresenceList } from '#contracts/tickets/composer'
import { keepPhoto } from '#domains/channels'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { anyIp } from '#test/permission-records'
import type { DraftRow } from './composer-data.ts'
import { joinDrafts } from './drafts.ts'
import { gapsIn } from './gaps.ts'

const NOON = '2026-03-02T12:00:00+08:00'

let app: TestApp
let shop: MadeShop
let slug: string
let anna: MadeStaff
let ben: MadeStaff
let clerk: MadeStaff
let elsewhere: MadeStaff
let id: string

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop()
  anna = await app.make.staff({ role: 'agent', name: '王芳' })
  ben = await app.make.staff({ role: 'agent', name: '李强' })
  clerk = await app.make.staff({ role: 'shop_staff', name: '小敏', shop })
  elsewhere = await app.make.staff({ role: 'shop_staff', shop: await app.make.shop() })
  const admin = app.as(await app.make.staff({ role: 'admin' }))
  const body = { shopId: shop.id, place: 'table', labels: ['A07'] }
  slug = (await admin.post<{ slug: string }[]>('/codes', body)).body[0]!.slug
})
afterAll(() => app.close())
beforeEach(async () => {
  app.setNow(NOON)
  id = await feedback()
})

async function feedback(more: object = {}): Promise<string> {
  const form = { submissionId: randomUUID(), content: '做错了，要的是少冰', mood: 'bad', ...more }
  const path = `/public/forms/${slug}/feedback`
  const sent = await app.anonymous.post<{ number: string }>(path, form, { ip: anyIp() })
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(sent.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
async function photoOf(who: MadeStaff): Promise<string> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
  const bytes = await picture.jpeg().toBuffer()
  return (await keepPhoto(systemContext(app.services, who.brandId), `staff:${who.id}`, bytes)).id
}
const state = async (who: MadeStaff) => (await app.as(who).get<ComposerState>(`/tickets/${id}/composer`)).body
const draft = (who: MadeStaff, mode: string, body: object) =>
  app.as(who).put<{ updatedAt: string | null }>(`/tickets/${id}/drafts/${mode}`, body)

describe('drafts', () => {
  test('what was begun at the desk goes on on the phone, each mode for itself and for nobody else', async () => {
    const photos = [await photoOf(anna)]
    const expectedAt = '2026-03-02T10:00:00.000Z'
    await draft(anna, 'reply', { text: '您好，', photos, wait: true, expectedAt })
    await draft(anna, 'note', { text: '问一下后厨', mentions: [{ staffId: ben.id }] })
    const [note, reply] = (await state(anna)).drafts
    expect(note).toMatchObject({ mode: 'note', text: '问一下后厨', mentions: [{ staffId: ben.id }] })
    expect(reply).toMatchObject({
      mode: 'reply',
      text: '您好，',
      wait: true,
      expectedAt,
      photos: [{ id: photos[0] }],
    })
    expect((await app.as(anna).get(reply!.photos[0]!.url.replace('/api', ''))).status).toBe(200)
    expect((await state(ben)).drafts).toEqual([])
  })

  test('the inbox says on which tickets something is begun', async () => {
    await draft(anna, 'reply', { text: '您好' })
    const rowOf = async (who: MadeStaff) =>
      (await app.as(who).get<z.infer<typeof Ticket>>(`/tickets/${id}`)).body
    expect([(await rowOf(anna)).draft, (await rowOf(ben)).draft]).toEqual([true, false])
    expect((await draft(anna, 'reply', { text: '  ' })).body).toEqual({ updatedAt: null })
    expect((await rowOf(anna)).draft).toBe(false)
  })

  test('it is gone once it is sent', async () => {
    const photos = [await photoOf(anna)]
    await draft(anna, 'reply', { text: '马上重做', photos })
    await draft(anna, 'note', { text: '问一下后厨' })
    const sent = await app.as(anna).post(`/tickets/${id}/replies`, { text: '马上重做', photos })
    expect(sent.status, sent.text).toBe(200)
    expect((await state(anna)).drafts.map((d) => d.mode)).toEqual(['note'])
    await app.as(anna).post(`/tickets/${id}/notes`, { text: '问一下后厨' })
    expect((await state(anna)).drafts).toEqual([])
  })

  test('a photo left out of it belongs to no ticket any more', async () => {
    const [kept, dropped] = [await photoOf(anna), await photoOf(anna)]
    await draft(anna, 'reply', { text: '看图', photos: [kept, dropped] })
    await draft(anna, 'reply', { text: '看图', photos: [kept] })
    expect((await app.as(anna).get(`/attachments/${dropped}`)).status).toBe(404)
    expect((await app.as(anna).get(`/attachments/${kept}`)).status).toBe(200)
    const foreign = await draft(ben, 'reply', { text: '看图', photos: [kept] })
    expect(foreign.problem.code).toBe('channels.photoUnknown')
  })

  const row = (text: string, photos: string[] = [], more = {}): DraftRow => ({
    brand_id: '',
    staff_id: '',
    ticket_id: '',
    mode: 'reply',
    text,
    photos,
    updated_at: new Date(0),
    more: { mentions: [], expectedAt: null, wait: false, seen: null, ...more },
  })
  test.each([
    [row('甲'), undefined, '甲', 0],
    [row('甲'), row('乙'), '甲\n乙', 0],
    [row('甲', ['1', '2']), row('', ['2', '3']), '甲', 3],
    [row('甲', ['1', '2', '3', '4']), row('乙', ['5', '6', '7']), '甲\n乙', 6],
    [row('长'.repeat(4000)), row('乙'), '长'.repeat(4000), 0],
  ])('put together within the limits (%#)', (back, since, text, photos) => {
    const joined = joinDrafts(back, since)
    expect([joined.text, joined.photos.length]).toEqual([text, photos])
  })
})

describe('templates', () => {
  const listed = async () =>
    (await app.as(anna).get<z.infer<typeof RenderedTemplate>[]>(`/tickets/${id}/templates`)).body

  test('come filled; what nobody knows stands as a gap', async () => {
    const nameless = await listed()
    expect(nameless.map((t) => t.text).join()).not.toContain('{{')
    expect(nameless.some((t) => t.text.includes('[称呼]'))).toBe(true)
    id = await feedback({ name: '林小雨', contact: '13800001234' })
    const masked = await listed()
    expect(masked.map((t) => t.text).join()).not.toContain('林**')
    expect(masked.some((t) => t.text.includes(anna.name))).toBe(true)
  })

  test('can be found by scenario, tone and name in Chinese and English', async () => {
    const sorry = (await listed()).find((t) => t.scenario === 'apology')!
    expect(sorry.words).toMatch(/apology/)
    expect(sorry.words).toMatch(/Sorry/)
    expect(sorry.words).toMatch(/道歉/)
  })

  test.each([
    ['[称呼]您好，订单 [订单号]', ['[称呼]', '[订单号]']],
    ['Hello [name],', ['[name]']],
    ['请看【通知】[图1]', []],
  ])('%s has the gaps %j', (text, gaps) => expect(gapsIn(text)).toEqual(gaps))
})

describe('mentions', () => {
  const note = (who: MadeStaff, mentions: object[]) =>
    app.as(who).post(`/tickets/${id}/notes`, { text: '@小敏 当时是你做的吗？', mentions })
  const noticesOf = async (who: MadeStaff) =>
    (
      await app.as(who).get<{ notices: { kind: string; ticketId: string }[] }>('/notices')
    ).body.notices.filter((n) => n.ticketId === id)

  test('somebody of the shop is told, and may read and answer from then on', async () => {
    expect((await app.as(clerk).get(`/tickets/${id}`)).status).toBe(404)
    expect((await note(anna, [{ staffId: clerk.id }])).status).toBe(200)
    expect((await noticesOf(clerk)).map((n) => n.kind)).toEqual(['mentioned'])
    expect((await app.as(clerk).get(`/tickets/${id}`)).status).toBe(200)
    const answer = await app.as(clerk).post(`/tickets/${id}/notes`, { text: '是我，当时单子看错了' })
    expect(answer.status, answer.text).toBe(200)
    const { body } = await app.as(anna).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)
    const said = body.entries.find((e) => e.kind === 'note')!
    expect(said.data.mentions).toEqual([{ staffId: clerk.id, name: '小敏' }])
  })

  test('a team: everybody of it who answers for the shop', async () => {
    const { body } = await app.as(anna).get<Mentionable>(`/tickets/${id}/mentionable`)
    expect(body.teams.length).toBeGreaterThan(1)
    const quality = await app.make.staff({ role: 'quality' })
    const team = body.teams.find((t) => t.name.includes('品控'))!
    expect((await note(anna, [{ team: team.key }])).status).toBe(200)
    expect((await noticesOf(quality)).map((n) => n.kind)).toEqual(['mentioned'])
    expect(await noticesOf(clerk)).toEqual([])
  })

  test('nobody out of reach, nobody without tickets, and not the person complained about', async () => {
    const finance = await app.make.staff({ role: 'finance' })
    await app.services.db.inBrand(shop.brandId, (tx) =>
      tx.updateTable('tickets.ticket').set({ accused_id: clerk.id }).where('id', '=', id).execute(),
    )
    const { body } = await app.as(anna).get<Mentionable>(`/tickets/${id}/mentionable`)
    const offered = body.people.map((p) => p.id)
    expect(offered).toContain(ben.id)
    for (const person of [elsewhere, finance, clerk, anna]) expect(offered).not.toContain(person.id)
    for (const person of [elsewhere, finance, clerk]) {
      const refused = await note(anna, [{ staffId: person.id }])
      expect(refused.problem.code).toBe('composer.mentionUnknown')
    }
    expect((await note(anna, [{ team: 'no_such_team' }])).problem.code).toBe('composer.mentionUnknown')
    expect(await noticesOf(elsewhere)).toEqual([])
  })
})

describe('who else is here', () => {
  const be = async (who: MadeStaff, now: string) =>
    (await app.as(who).put<z.infer<typeof PresenceList>>(`/tickets/${id}/presence`, { state: now })).body
      .presence

  test('one sees the other look, write and leave', async () => {
    expect(await be(anna, 'viewing')).toEqual([])
    expect(await be(ben, 'viewing')).toMatchObject([{ name: '王芳', state: 'viewing' }])
    await be(ben, 'replying')
    expect((await state(anna)).presence).toMatchObject([{ staffId: ben.id, name: '李强', state: 'replying' }])
    expect((await app.as(ben).delete(`/tickets/${id}/presence`)).status).toBe(204)
    expect((await app.as(ben).delete(`/tickets/${id}/presence`)).status).toBe(204)
    expect((await state(anna)).presence).toEqual([])
  })

  test('silence for forty seconds is leaving', async () => {
    await be(ben, 'replying')
    app.setNow('2026-03-02T12:00:39+08:00')
    expect((await state(anna)).presence).toHaveLength(1)
    app.setNow('2026-03-02T12:00:41+08:00')
    expect((await state(anna)).presence).toEqual([])
    await be(anna, 'viewing')
    const left = await app.services.db.inBrand(shop.brandId, (tx) =>
      tx.selectFrom('tickets.presence').select('staff_id').execute(),
    )
    expect(left.map((r) => r.staff_id)).toEqual([anna.id])
  })

  test('out of reach nobody is seen', async () => {
    expect((await app.as(elsewhere).put(`/tickets/${id}/presence`, { state: 'viewing' })).status).toBe(404)
    expect((await app.as(elsewhere).get(`/tickets/${id}/composer`)).status).toBe(404)
    expect((await draft(elsewhere, 'note', { text: '？' })).status).toBe(404)
  })
})
