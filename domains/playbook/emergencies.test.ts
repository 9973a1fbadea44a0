import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import type { Draft } from './versions/drafts.ts'

let app: TestApp
let admin: MadeStaff
let agent: MadeStaff

/** A brand that published its playbook before there were plans. */
beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T09:00+08:00' })
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  await app.services.db.inBrand(admin.brandId, (tx) =>
    sql`update playbook.version set document = (document - 'emergencies')
      #- '{risks,12}'`.execute(tx),
  )
})
afterAll(() => app.close())

const current = async () => (await app.as(agent).get<{ document: Playbook }>('/playbook')).body.document
const tradePlans = async () =>
  (await app.as(agent).get<{ pack: string; plans: EmergencyPlan[] }>('/playbook/trade-plans')).body

test('a version from before there were plans reads as one without', async () => {
  const document = await current()
  expect(document.emergencies).toEqual([])
  expect(document.risks.map((risk) => risk.key)).not.toContain('shop_danger')
})

test('the plans of the trade are there to begin from, for the risks that the brand has', async () => {
  const { pack, plans } = await tradePlans()
  expect(pack).toBe('奶茶茶饮')
  expect(plans.map((plan) => plan.key)).toContain('food_poisoning')
  expect(plans.find((plan) => plan.key === 'violence')?.risks).toEqual(['violence', 'robbery'])
})

test('a draft without plans is advised of it, and publishes once it has taken them over', async () => {
  const before = await current()
  const saved = await app.as(admin).put<Draft>('/playbook/draft', { document: before })
  expect(saved.body.issues).toEqual([])
  expect(saved.body.advice.map((issue) => issue.path)).toEqual(['emergencies'])

  const { plans } = await tradePlans()
  const adopted = await app
    .as(admin)
    .put<Draft>('/playbook/draft', { document: { ...before, emergencies: plans } })
  expect(adopted.body.issues).toEqual([])
  expect(adopted.body.changes).toHaveLength(plans.length)
  expect(adopted.body.changes[0]).toMatchObject({ where: '应急预案 › 疑似食物中毒', change: 'added' })
  // Only an administrator and an agent work here: whom else a plan calls is not there yet.
  expect(adopted.body.advice.map((issue) => issue.path)).toContain('emergencies[0].posts[0].chain')
  expect(adopted.body.advice.map((issue) => issue.path)).not.toContain('emergencies[0].posts[3].chain')

  expect((await app.as(admin).post('/playbook/publication', { note: '采用应急预案' })).status).toBe(200)
  expect((await current()).emergencies).toEqual(plans)
})
