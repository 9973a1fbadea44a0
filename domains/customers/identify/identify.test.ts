import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeBrand } from '#test/make'
import { identifyCustomers, type Sender } from './identify-customers.ts'

let app: TestApp
let brand: MadeBrand
beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
})
afterAll(() => app.close())
beforeEach(async () => {
  brand = await app.make.brand()
})

const arrive = (...senders: Sender[]) => {
  const ctx = systemContext(app.services, brand.id)
  return ctx.transaction((tx) => identifyCustomers(tx, ctx, senders))
}
const rows = async <T>(text: string): Promise<T[]> => {
  const client = await app.services.db.pool.connect()
  try {
    await client.query(`begin; set local huiyin.brand = '${brand.id}'`)
    return (await client.query(text)).rows as T[]
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const files = async () =>
  (await rows<{ n: number }>('select count(*)::int as n from customers.customer'))[0]!.n
const follower = (value = randomUUID()) => ({ kind: 'wechat_openid' as const, value })

describe('who somebody is', () => {
  test('fifty arrivals of one person at once make one file and leave none behind', async () => {
    const arrivals = Array.from({ length: 50 }, () => arrive({ contact: '13800001234', name: '林小雨' }))
    const owners = (await Promise.all(arrivals)).map(([one]) => one!.customerId)
    expect(new Set(owners).size).toBe(1)
    expect(await files()).toBe(1)
  })

  test('fifty arrivals with the same three identities in any order make one file', async () => {
    const known = [follower(), { kind: 'wechat_unionid' as const, value: 'union-1' }]
    const arrivals = Array.from({ length: 50 }, (_, n) =>
      arrive(
        n % 2
          ? { known: known.toReversed(), contact: '13900001111', proof: 'channel' }
          : { known, contact: '139 0000 1111', proof: 'channel' },
      ),
    )
    const owners = (await Promise.all(arrivals)).map(([one]) => one!.customerId)
    expect(new Set(owners).size).toBe(1)
    expect(await files()).toBe(1)
  })

  test('batches that name the same people in opposite orders do not block each other', async () => {
    const people = Array.from({ length: 20 }, (_, n) => ({ contact: `1380000${1000 + n}` }))
    const [there, back] = await Promise.all([arrive(...people), arrive(...people.toReversed())])
    expect(there.map((p) => p.customerId)).toEqual(back.toReversed().map((p) => p.customerId))
    expect(await files()).toBe(20)
  })

  test('a follower has one file across conversations, whatever the name is now', async () => {
    const openid = follower()
    const [first] = await arrive({ known: [openid], name: '小雨' })
    const [again] = await arrive({ known: [openid] })
    expect(again!.customerId).toBe(first!.customerId)
    expect(again).toMatchObject({ fresh: false, name: '小*' })
  })

  test('a number typed into a chat takes nobody else’s file: the two are proposed as one', async () => {
    const [owner] = await arrive({ contact: '13800001234', name: '林小雨' })
    const [writer] = await arrive({ known: [follower()], contact: '13800001234' })
    expect(writer!.customerId).not.toBe(owner!.customerId)
    expect(
      await rows('select round(probability::numeric, 2)::float as p, reasons, state from customers.match'),
    ).toEqual([{ p: 0.9, reasons: [{ what: 'identity_typed', weight: null }], state: 'open' }])
  })

  test('a number typed by somebody new becomes a way to reach this person, unproven until a channel says it', async () => {
    const openid = follower()
    const [writer] = await arrive({ known: [openid], contact: '13700002222' })
    const proofs = () => rows("select customer_id, proof from customers.identity where kind = 'phone'")
    expect(await proofs()).toEqual([{ customer_id: writer!.customerId, proof: 'typed' }])
    await arrive({ contact: '13700002222', proof: 'order' })
    expect(await proofs()).toEqual([{ customer_id: writer!.customerId, proof: 'order' }])
  })

  test('what a channel proves leads a new identity to the file that is known', async () => {
    const union = { kind: 'wechat_unionid' as const, value: 'union-2' }
    const [app1] = await arrive({ known: [follower(), union] })
    const [app2] = await arrive({ known: [{ kind: 'mini_openid', value: 'mini-2' }, union] })
    expect(app2!.customerId).toBe(app1!.customerId)
    expect(await files()).toBe(1)
  })

  test('a device proves nothing', async () => {
    const [one] = await arrive({ contact: '13800000001', device: 'tablet' })
    const [other] = await arrive({ contact: '13800000002', device: 'tablet' })
    expect(other!.customerId).not.toBe(one!.customerId)
    expect(await rows('select count(distinct device_index)::int as n from customers.device')).toEqual([
      { n: 1 },
    ])
  })

  test('a file without a name gets the first one that is said, and keeps it', async () => {
    const contact = '13800003333'
    await arrive({ contact })
    await arrive({ contact, name: '陈默' })
    await arrive({ contact, name: '陈先生' })
    expect(await rows('select name_masked from customers.customer')).toEqual([{ name_masked: '陈*' }])
  })

  test('every file has a number of its own', async () => {
    await arrive({ name: '甲乙' }, { contact: '13800004444' }, { known: [follower()] })
    const numbers = await rows<{ number: string }>('select number from customers.customer')
    expect(new Set(numbers.map((r) => r.number)).size).toBe(3)
  })
})
