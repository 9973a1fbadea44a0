import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { insertDeliveries, type NewDelivery } from './send/delivery-data.ts'

const NOON = '2026-03-02T12:00:00+08:00'
let app: TestApp
let one: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: NOON })
  one = await app.make.staff({ role: 'quality' })
})
afterAll(() => app.close())

const row = (by: MadeStaff, dedupe: string, more: Partial<NewDelivery> = {}): NewDelivery => ({
  dedupe,
  means: 'push',
  robot_id: null,
  staff_id: by.id,
  kind: 'stop_sale',
  ticket_id: null,
  round_id: null,
  data: {},
  at: new Date(NOON),
  ...more,
})
const queue = (by: MadeStaff, rows: NewDelivery[]) => {
  const ctx = systemContext(app.services, by.brandId)
  return ctx.transaction((tx) => insertDeliveries(tx, ctx, rows))
}

test('a brand whose stop-sale makes more messages than one statement holds tells everybody, each once', async () => {
  const rows = Array.from({ length: 6000 }, (_, n) => row(one, `many:${n}`))
  await queue(one, rows)
  await queue(one, rows)
  const told = await app.services.db.inBrand(one.brandId, (tx) =>
    tx
      .selectFrom('notify.delivery')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('dedupe', 'like', 'many:%')
      .executeTakeFirstOrThrow(),
  )
  expect(Number(told.n)).toBe(6000)
})
