import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { Client } from '#test/client'
import type { MadeBrand } from '#test/make'
import { familyOf } from '../file/family-data.ts'
import { openFields, readFields } from '../file/fields.ts'
import { identifyCustomers } from '../identify/identify-customers.ts'
import { shownFields } from './merge-fields.ts'

let app: TestApp
let brand: MadeBrand
let agent: Client
beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
})
afterAll(() => app.close())
beforeEach(async () => {
  brand = await app.make.brand()
  agent = app.as(await app.make.staff({ brand, role: 'agent', name: '周敏' }))
})

const ctx = () => systemContext(app.services, brand.id)
const phoneOf = (n: number) => `1390000${1000 + n}`
const arrive = (contact: string, name?: string) =>
  ctx().transaction(async (tx) => (await identifyCustomers(tx, ctx(), [{ contact, name }]))[0]!.customerId!)
const people = (n: number) =>
  Promise.all(Array.from({ length: n }, (_, i) => arrive(phoneOf(i), `顾客${'甲乙丙丁戊己庚辛'[i]}`)))
const merge = (head: string, other: string, fields: Record<string, string> = {}) =>
  agent.put<{ mergeId: string }>(`/customers/${head}/merged/${other}`, { fields, reason: '同一个人' })
const undo = (mergeId: string) => agent.put(`/customer-merges/${mergeId}/undoing`, { reason: '弄错了' })
const rows = <T>(table: 'customers.customer' | 'customers.merge' | 'customers.identity') =>
  ctx().transaction((tx) => tx.selectFrom(table).selectAll().orderBy('id').execute()) as Promise<T[]>
type Customer = Parameters<typeof readFields>[1]
type Merge = {
  id: string
  head_id: string
  other_id: string
  undone_at: Date | null
  at: Date
  chosen_enc: Buffer | null
}
const ownersOf = async () =>
  (await rows<{ id: string; customer_id: string }>('customers.identity')).map((i) => [i.id, i.customer_id])

/** Every file is shown in the head that the standing merges lead to, and straight. */
async function expectForest(): Promise<void> {
  const customers = await rows<Customer>('customers.customer')
  const standing = (await rows<Merge>('customers.merge')).filter((m) => !m.undone_at)
  const up = new Map(standing.map((m) => [m.other_id, m.head_id]))
  const top = (id: string): string => (up.has(id) ? top(up.get(id)!) : id)
  expect(customers.map((c) => [c.id, c.head_id])).toEqual(customers.map((c) => [c.id, top(c.id)]))
}

/** A small generator of numbers, the same in every run. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

describe('two files of one person', () => {
  test('are shown as one, with the chosen fields, and everything stays where it was', async () => {
    const [one, other] = (await people(2)) as [string, string]
    await agent.put(`/customers/${other}`, { tags: ['常客'], birthdayOn: '1990-05-04' })
    const owners = await ownersOf()
    expect((await merge(one, other, { name: 'other' })).status).toBe(200)
    const file = await agent.get<{ id: string; name: string; tags: string[]; birthday: string }>(
      `/customers/${other}`,
    )
    expect(file.body).toMatchObject({ id: one, name: '顾**', tags: ['常客'], birthday: '05-04' })
    expect(await ownersOf()).toEqual(owners)
    expect(await arrive(phoneOf(1))).toBe(other)
    expect(await ctx().transaction((tx) => familyOf(tx, other))).toEqual([one, other])
  })

  test('come apart as they were, with what came later', async () => {
    const [one, other] = (await people(2)) as [string, string]
    const before = await rows<Customer>('customers.customer')
    const { body } = await merge(one, other, { name: 'other' })
    await agent.post(`/customers/${one}/notes`, { text: '喜欢靠窗' })
    expect((await undo(body.mergeId)).status).toBe(200)
    const after = await rows<Customer>('customers.customer')
    const said = (all: Customer[]) => all.map((c) => ({ ...readFields(ctx(), c), head: c.head_id }))
    expect(said(after)).toEqual(said(before))
    const notes = await agent.get<{ notes: unknown[] }>(`/customers/${one}`)
    expect(notes.body.notes).toHaveLength(1)
    expect((await undo(body.mergeId)).problem.code).toBe('customers.alreadyUndone')
  })

  test('what a colleague sets after the merge stays with the head', async () => {
    const [one, other] = (await people(2)) as [string, string]
    const { body } = await merge(one, other, { name: 'other' })
    await agent.put(`/customers/${one}`, { name: '林小雨' })
    await undo(body.mergeId)
    const reveal = await agent.post<{ name: string }>(`/customers/${one}/reveal`, { reason: '核对姓名' })
    expect(reveal.body.name).toBe('林小雨')
  })

  test('are not merged twice, nor with themselves', async () => {
    const [one, other] = (await people(2)) as [string, string]
    await merge(one, other)
    expect((await merge(one, other)).problem.code).toBe('customers.sameFile')
    expect((await merge(one, one)).problem.code).toBe('customers.sameFile')
  })

  test('crosswise at the same time make one family, not a ring', async () => {
    const [one, other] = (await people(2)) as [string, string]
    const both = await Promise.all([merge(one, other), merge(other, one)])
    expect(both.map((r) => r.status).sort()).toEqual([200, 409])
    await expectForest()
  })
})

describe('many merges', () => {
  test('at once, while the same people write, leave straight families and no second file', async () => {
    const ids = await people(8)
    const pick = numbers(7)
    const merges = Array.from({ length: 24 }, () => merge(ids[pick(8)]!, ids[pick(8)]!))
    const arrivals = Array.from({ length: 48 }, (_, n) => arrive(phoneOf(n % 8)))
    const [done, owners] = await Promise.all([Promise.all(merges), Promise.all(arrivals)])
    expect(new Set(done.map((r) => r.status))).toEqual(new Set([200, 409]))
    expect(owners).toEqual(arrivals.map((_, n) => ids[n % 8]))
    expect(await rows('customers.customer')).toHaveLength(8)
    await expectForest()
  })

  test('and un-merges at once leave straight families too', async () => {
    const ids = await people(8)
    const pick = numbers(11)
    for (let round = 0; round < 4; round++) {
      const standing = (await rows<Merge>('customers.merge')).filter((m) => !m.undone_at)
      await Promise.all([
        ...standing.map((m) => undo(m.id)),
        ...Array.from({ length: 6 }, () => merge(ids[pick(8)]!, ids[pick(8)]!)),
      ])
      await expectForest()
    }
  })

  test.each([1, 2, 3, 4, 5])(
    'in any order and taken back in any order give back every file (%i)',
    async (seed) => {
      const ids = await people(6)
      const pick = numbers(seed * 997)
      const side = () => (['this', 'other'] as const)[pick(2)]!
      const own = new Map<string, ReturnType<typeof readFields>>()
      for (const c of await rows<Customer>('customers.customer')) own.set(c.id, readFields(ctx(), c))
      for (let step = 0; step < 30; step++) {
        app.setNow(new Date(Date.parse('2026-03-02T12:00:00+08:00') + step * 60_000).toISOString())
        const [one, other] = [ids[pick(6)]!, ids[pick(6)]!]
        const standing = (await rows<Merge>('customers.merge')).filter((m) => !m.undone_at)
        const deed = pick(10)
        if (deed < 5) await merge(one, other, { name: side(), value: side(), tags: side() })
        else if (deed < 8 && standing.length) await undo(standing[pick(standing.length)]!.id)
        else {
          const head = (await ctx().transaction((tx) => familyOf(tx, one)))[0]!
          const set = { name: `改名${step}`, tags: [`标签${step}`] }
          await agent.put(`/customers/${head}`, set)
          own.set(head, { ...own.get(head)!, ...set })
        }
        await expectShown(own)
      }
      for (const m of (await rows<Merge>('customers.merge'))
        .filter((x) => !x.undone_at)
        .toSorted(() => pick(3) - 1))
        expect((await undo(m.id)).status).toBe(200)
      const left = await rows<Customer>('customers.customer')
      expect(left.map((c) => [c.id, c.head_id, readFields(ctx(), c), c.own_enc])).toEqual(
        left.map((c) => [c.id, c.id, own.get(c.id), null]),
      )
    },
  )
})

/** Each head shows its own fields and over them what its standing merges have chosen, the later over the earlier. */
async function expectShown(own: ReadonlyMap<string, ReturnType<typeof readFields>>): Promise<void> {
  await expectForest()
  const standing = (await rows<Merge>('customers.merge'))
    .filter((m) => !m.undone_at)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (const customer of await rows<Customer>('customers.customer')) {
    const chosen = standing
      .filter((m) => m.head_id === customer.id)
      .map((m) => openFields(ctx(), m.chosen_enc))
    expect(readFields(ctx(), customer)).toEqual(shownFields(own.get(customer.id)!, chosen))
  }
}
