import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import type { StrayList } from '#contracts/channels/connect'
import type { EntryPage } from '#contracts/tickets'
import { createDemoChannel, customerContext, hearDemo, sendDemo } from '#domains/channels'
import { takeHeard } from '#domains/tickets'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeBrand, MadeStaff } from '#test/make'

let app: TestApp
let brand: MadeBrand
let admin: MadeStaff
let agent: MadeStaff
let channel: string
const calls = vi.spyOn(globalThis, 'fetch')

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  brand = await app.make.home()
  await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  const ctx = systemContext(app.services, brand.id)
  const made = {
    kind: 'wechat' as const,
    name: '公众号（演示）',
    ownerId: admin.id,
    seenAt: app.services.now(),
  }
  channel = await createDemoChannel(ctx, made)
})
afterAll(() => app.close())

function hear(externalId: string, payload: unknown, at = new Date('2026-02-27T10:00:00+08:00')) {
  const ctx = customerContext({ ...app.services, now: () => at }, brand.id, 'zh-CN')
  const raw = { externalId, thread: 'o1', payload }
  return hearDemo(ctx, channel, raw, (tx, heard) => takeHeard(tx, ctx, heard))
}
const from = { address: 'o1', name: '青柠' }
const ticketOf = async () =>
  (
    await app.services.db.inBrand(brand.id, (tx) =>
      tx
        .selectFrom('tickets.ticket')
        .select('id')
        .where('channel_id', '=', channel)
        .executeTakeFirstOrThrow(),
    )
  ).id
async function said(id: string) {
  const { body } = await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)
  return body.entries.filter((one) => one.text).map(({ text, delivery }) => [text, delivery])
}

test('what a demo channel says becomes a ticket in its own time, and an answer counts as sent without a service', async () => {
  await hear('m1', [{ sort: 'message', from, text: '少糖做成全糖了' }])
  const id = await ticketOf()
  await app.as(agent).post(`/tickets/${id}/replies`, { text: '马上给您重做' })
  await sendDemo(systemContext(app.services, brand.id), id)
  expect(await said(id)).toContainEqual(['马上给您重做', 'sent'])

  await hear('m2', [{ sort: 'contact', from, unreachable: 'unfollowed' }])
  await app.as(agent).post(`/tickets/${id}/replies`, { text: '已经送出' })
  await app.sweep()
  expect(await said(id)).toContainEqual(['已经送出', 'failed'])
  expect(calls).not.toHaveBeenCalled()
})

test('what nobody understands waits for a look', async () => {
  expect(await hear('m3', { eventType: 9001 })).toBe(false)
  const { body } = await app.as(admin).get<z.infer<typeof StrayList>>('/channels/strays')
  expect(body.messages).toMatchObject([{ channel: { id: channel }, problem: 'unreadable' }])
})

test('its settings can be neither changed nor tested, so nothing ever leaves the program', async () => {
  const saved = await app.as(admin).put(`/channels/${channel}/connection`, { settings: { appId: 'wx1' } })
  const tested = await app.as(admin).post(`/channels/${channel}/test`)
  expect([saved.problem.code, tested.problem.code]).toEqual(['channels.demo', 'channels.demo'])
  expect((await app.as(admin).get(`/channels/${channel}/connection`)).status).toBe(200)
  expect(calls).not.toHaveBeenCalled()
})
