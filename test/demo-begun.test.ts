import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import { sendFeedback } from '#test/many-tickets'
import { loadDemo } from '../demo/load.ts'

let app: TestApp
let owner: pg.Client

beforeAll(async () => {
  app = await startApp()
  owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await app.close()
})

const rowsOf = async (table: string) =>
  (await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n

test('a first start that was cut off in the middle of the demo is begun again by the next one', async () => {
  const shop = await app.make.shop({ brand: await app.make.brand() })
  await sendFeedback(app, shop, '等了半个小时')
  await owner.query('update platform.brand set demo = true, demo_ready = false')
  await loadDemo(app, app.database.ownerUrl, undefined, [])
  expect([await rowsOf('platform.brand'), await rowsOf('tickets.ticket')]).toEqual([0, 0])
})

test('a house that has a brand of its own keeps everything', async () => {
  const shop = await app.make.shop({ brand: await app.make.brand() })
  await sendFeedback(app, shop, '等了半个小时')
  await loadDemo(app, app.database.ownerUrl, undefined, [])
  expect([await rowsOf('platform.brand'), await rowsOf('tickets.ticket')]).toEqual([1, 1])
})
