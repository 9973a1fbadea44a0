import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Home } from '#contracts/tickets/home'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'

let app: TestApp
let shop: MadeShop
let lead: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  shop = await app.make.shop({ name: '西湖店' })
  lead = await app.make.staff({ role: 'lead', onDuty: true })
})
afterAll(() => app.close())

test('what may hurt somebody stands above praise, however long the praise has waited', async () => {
  const praise = await tell(app, shop, '店里蛮干净，店员也热情，下次还来', 'good')
  app.setNow('2026-03-09T12:00:00+08:00')
  const wire = await tell(app, shop, '奶茶里喝到一截铁丝，嘴划破流血，正在医院')
  for (const { id } of [praise, wire]) {
    const taken = await app.as(lead).put(`/tickets/${id}/assignment`, { assigneeId: lead.id })
    expect(taken.status, taken.text).toBe(200)
  }
  const { next } = (await app.as(lead).get<Home>('/home')).body
  expect(next.map(({ id }) => id)).toEqual([wire.id, praise.id])
  expect(next.map(({ priority }) => priority)).toEqual(['P1', 'P4'])
})
