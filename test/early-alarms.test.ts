import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { furnish } from '#test/order-world'
import { tell } from '#test/told'

/** Monday; shops are open from ten to ten. */
const NOON = Date.parse('2026-03-02T12:00+08:00')

let app: TestApp
let shop: MadeShop
let manager: MadeStaff
let owner: pg.Client
let holder: pg.Client

beforeAll(async () => {
  app = await startApp({ now: new Date(NOON).toISOString() })
  shop = await app.make.shop({ name: '阳光店' })
  const [admin, cook] = [
    await app.make.staff({ role: 'admin' }),
    await app.make.staff({ role: 'kitchen', shop }),
  ]
  manager = await app.make.staff({ role: 'shop_manager', shop })
  await furnish(app, { shop, admin, manager, cook })
  owner = new pg.Client({ connectionString: app.database.ownerUrl })
  holder = new pg.Client({ connectionString: app.database.ownerUrl })
  await Promise.all([owner.connect(), holder.connect()])
})
afterAll(async () => {
  await Promise.all([owner.end(), holder.end()])
  await app.close()
})

const sweep = (name: string) =>
  app.modules
    .flatMap((m) => m.sweeps ?? [])
    .find((s) => s.name === name)!
    .run(app.services)
const hear = () => sweep('insights.voices')

test('what a person corrects while the ticket is listened to counts where it belongs', async () => {
  await tell(app, shop, '等太久了，等了半个小时')
  await hear()
  const { id } = await tell(app, shop, '红豆包里有虫子')
  // Holds what listening writes at its end, so that the correction comes when the ticket has been read.
  await holder.query('begin')
  await holder.query('select from insights.usual for update')
  const listening = hear()
  await until(async () => (await stuckAt('insights.usual')) > 0)
  const triage = {
    kind: 'complaint',
    categories: ['service.attitude'],
    severity: 1,
    impact: 1,
    reason: '说的是态度',
  }
  expect((await app.as(manager).put(`/tickets/${id}/triage`, triage)).status).toBeLessThan(300)
  await holder.query('rollback')
  await listening
  await hear()
  const kinds = (await seriesWith(id)).map((one) => one.kind)
  expect(kinds).toContain('category')
  expect((await seriesWith(id)).filter((one) => one.key.includes('insect'))).toEqual([])
})

async function seriesWith(ticketId: string): Promise<{ kind: string; key: string }[]> {
  const { rows } = await owner.query('select kind, key from insights.series where $1 = any (recent_ids)', [
    ticketId,
  ])
  return rows
}

async function stuckAt(table: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike $1`,
    [`%${table.replace('.', '%')}%`],
  )
  return rows[0]!.n
}

async function until(look: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 20_000; tries++) if (await look()) return
  throw new Error('it never came to that')
}
