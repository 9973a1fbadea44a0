import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CustomerMatch } from '#contracts/customers/merge'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { Client } from '#test/client'
import type { MadeBrand } from '#test/make'
import { rememberAddress } from '../addresses/addresses.ts'
import { identifyCustomers, type Sender } from '../identify/identify-customers.ts'

let app: TestApp
let brand: MadeBrand
let agent: Client
beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
})
afterAll(() => app.close())
beforeEach(async () => {
  brand = await app.make.brand()
  agent = app.as(await app.make.staff({ brand, role: 'agent' }))
})

const ctx = () => systemContext(app.services, brand.id)
const arrive = (sender: Sender, address?: string) =>
  ctx().transaction(async (tx) => {
    const id = (await identifyCustomers(tx, ctx(), [sender]))[0]!.customerId!
    if (address) await rememberAddress(tx, ctx(), id, { text: address })
    return id
  })
const matches = async () => {
  await app.sweep()
  return (await agent.get<{ matches: CustomerMatch[]; open: number }>('/customer-matches')).body
}
/** A name and an address written in two ways. */
const twice = async () => [
  await arrive({ contact: '13800001234', name: '林小雨' }, '上海市浦东新区张江路 88 号 601 室'),
  await arrive(
    { known: [{ kind: 'wechat_openid', value: 'o-2' }], name: '林小雨' },
    '浦东新区张江路８８号601',
  ),
]

test('the same name at the same address is proposed, with the reasons and how sure it is', async () => {
  const [one, other] = await twice()
  const { matches: found, open } = await matches()
  expect(open).toBe(1)
  expect([found[0]!.one.id, found[0]!.other.id].sort()).toEqual([one, other].sort())
  expect(found[0]!.reasons.map((r) => r.what).sort()).toEqual(['address', 'name'])
  expect(found[0]!.probability).toBeGreaterThan(0.9)
})

test('a family at one address is not', async () => {
  await arrive({ contact: '13800001234', name: '林小雨' }, '上海市浦东新区张江路88号601')
  await arrive({ contact: '13900005678', name: '王建国' }, '上海市浦东新区张江路88号601')
  expect((await matches()).open).toBe(0)
})

test('what a colleague has rejected is not proposed again, whatever else they come to share', async () => {
  const [one] = await twice()
  const { matches: found } = await matches()
  expect((await agent.put(`/customer-matches/${found[0]!.id}/rejection`, { reason: '是姐妹' })).status).toBe(
    200,
  )
  await agent.post(`/customers/${one}/addresses`, { text: '上海市徐汇区漕溪路 1 号', label: '公司' })
  await arrive({ known: [{ kind: 'wechat_openid', value: 'o-2' }], device: 'd-1' }, '上海市徐汇区漕溪路1号')
  expect((await matches()).open).toBe(0)
})

test('what is merged is no proposal any more, and two that were separated are two people', async () => {
  const [one, other] = await twice()
  await matches()
  const merged = await agent.put<{ mergeId: string }>(`/customers/${one}/merged/${other}`, {
    reason: '同一个人',
  })
  expect((await matches()).matches).toEqual([])
  await agent.put(`/customer-merges/${merged.body.mergeId}/undoing`, { reason: '弄错了' })
  await agent.post(`/customers/${one}/addresses`, { text: '上海市徐汇区漕溪路 1 号' })
  expect((await matches()).matches).toEqual([])
})

test('a name that many have is compared with none of them', async () => {
  for (let n = 0; n < 70; n++) await arrive({ contact: `1370000${1000 + n}`, name: '王女士' })
  expect((await matches()).open).toBe(0)
})

test('files from before the hashes are found as well', async () => {
  await twice()
  await ctx().transaction((tx) =>
    tx
      .updateTable('customers.customer')
      .set({ name_index: null, match_due_at: app.services.now() })
      .execute(),
  )
  const { matches: found } = await matches()
  expect(found[0]!.reasons.map((r) => r.what)).toContain('name')
})
