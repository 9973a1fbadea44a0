import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { DeadLetterList, StrayList } from '#contracts/channels/connect'
import type { CallPage } from '#contracts/tickets/calls'
import type { Tx } from '#platform/db/database'
import { startApp, type TestApp } from '#test/app'
import { type Connected, connectChannel } from '#test/connected'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'

/** Roles whose actions are the brand's, held by somebody who reaches one shop only: a franchise's own administrator and agents. */
let app: TestApp
let mine: MadeShop
let other: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let limitedAdmin: MadeStaff
let limitedAgent: MadeStaff
let hotline: Connected

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  mine = await app.make.shop({ name: '西湖店' })
  other = await app.make.shop({ name: '湖滨店' })
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  limitedAdmin = await app.make.staff({ role: 'admin', shop: mine })
  limitedAgent = await app.make.staff({ role: 'agent', shop: mine })
  hotline = await connectChannel(app, { admin, agent }, 'phone', { secret: 'demo-cti-secret' })
})
afterAll(() => app.close())

const inBrand = (work: (tx: Tx) => Promise<unknown>) => app.services.db.inBrand(mine.brandId, work)
const sealed = (payload: object) => app.services.keys.seal(mine.brandId, JSON.stringify(payload))!

async function call(more: { ticket_id?: string; staff_id?: string }): Promise<string> {
  const id = randomUUID()
  const row = { brand_id: mine.brandId, id, channel_id: hotline.id, linked_id: id, direction: 'inbound' }
  const at = app.services.now()
  await inBrand((tx) =>
    tx
      .insertInto('tickets.call')
      .values({ ...row, state: 'ended', started_at: at, answered_at: at, ended_at: at, ...more })
      .execute(),
  )
  return id
}

test('the calls of the hotline are listed for whoever reaches the brand; others see their tickets’ and their own', async () => {
  const [here, there] = [await tell(app, mine, '这里的事'), await tell(app, other, '那里的事')]
  const nobodys = await call({})
  const elsewhere = await call({ ticket_id: there.id })
  const ours = await call({ ticket_id: here.id })
  const own = await call({ staff_id: limitedAgent.id, ticket_id: there.id })
  const listed = async (who: MadeStaff) =>
    (await app.as(who).get<z.infer<typeof CallPage>>('/calls?view=all')).body.calls
  expect((await listed(agent)).map((c) => c.id).sort()).toEqual([nobodys, elsewhere, ours, own].sort())
  const seen = await listed(limitedAgent)
  expect(seen.map((c) => c.id).sort()).toEqual([ours, own].sort())
  expect(seen.find((c) => c.id === ours)!.ticket?.id).toBe(here.id)
  expect(seen.find((c) => c.id === own)!.ticket).toBeNull()
})

test('what nobody has understood belongs to no shop: only who reaches the brand sees it or settles it', async () => {
  const id = randomUUID()
  await inBrand((tx) =>
    tx
      .insertInto('channels.inbound_message')
      .values({
        brand_id: mine.brandId,
        id,
        channel_id: hotline.id,
        external_id: id,
        payload_enc: sealed({ payload: '别家的顾客' }),
        state: 'needs_look',
        received_at: app.services.now(),
      })
      .execute(),
  )
  const strays = async (who: MadeStaff) =>
    (await app.as(who).get<z.infer<typeof StrayList>>('/channels/strays')).body.messages.map((m) => m.id)
  expect(await strays(limitedAdmin)).toEqual([])
  expect((await app.as(limitedAdmin).post(`/channels/strays/${id}`, { deed: 'dismiss' })).status).toBe(404)
  expect(await strays(admin)).toEqual([id])
})

test('messages that did not go out are those of the own shops', async () => {
  const letterOf = async (shopId: string | null) => {
    const [conversation, id] = [randomUUID(), randomUUID()]
    const common = { brand_id: mine.brandId, channel_id: hotline.id, created_at: app.services.now() }
    await inBrand(async (tx) => {
      await tx
        .insertInto('channels.conversation')
        .values({
          ...common,
          id: conversation,
          address_index: Buffer.from(conversation),
          address_enc: Buffer.from('x'),
          shop_id: shopId,
        })
        .execute()
      await tx
        .insertInto('channels.outbound_message')
        .values({
          ...common,
          id,
          conversation_id: conversation,
          payload_enc: sealed({ text: '没发出去', purpose: 'reply', ticket: null, photos: [] }),
          state: 'failed',
          problem: 'timedOut',
        })
        .execute()
    })
    return id
  }
  const [here, there, nowhere] = [await letterOf(mine.id), await letterOf(other.id), await letterOf(null)]
  const letters = async (who: MadeStaff) =>
    (await app.as(who).get<z.infer<typeof DeadLetterList>>('/channels/letters')).body.letters.map((l) => l.id)
  expect((await letters(admin)).sort()).toEqual([here, there, nowhere].sort())
  expect(await letters(limitedAdmin)).toEqual([here])
  const drop = (id: string) => app.as(limitedAdmin).post(`/channels/letters/${id}`, { deed: 'drop' })
  expect((await drop(there)).status).toBe(404)
  expect((await drop(here)).status).toBe(204)
})

test('a channel is the whole brand’s: who reaches one shop changes no connection and sees no settings', async () => {
  const as = app.as(limitedAdmin)
  expect((await as.get(`/channels/${hotline.id}/connection`)).status).toBe(404)
  const saved = await as.put(`/channels/${hotline.id}/connection`, { settings: { secret: 'x'.repeat(20) } })
  expect(saved.status).toBe(404)
  expect((await as.post(`/channels/${hotline.id}/test`)).status).toBe(404)
  expect((await as.post('/channels', { kind: 'sms', name: '自己的短信' })).status).toBe(403)
})
