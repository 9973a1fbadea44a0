import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Task } from '#contracts/tickets/tasks'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

/** Whatever is done to a ticket in whatever order, it says how many of its tasks are open. */
let app: TestApp
let shop: MadeShop
let lead: MadeStaff
let others: MadeStaff[]
let slug: string
const START = Date.parse('2026-03-02T12:00:00+08:00')
const HOUR_MS = 3_600_000

beforeAll(async () => {
  app = await startApp({ now: new Date(START).toISOString() })
  shop = await app.make.shop()
  lead = await app.make.staff({ role: 'lead' })
  others = [
    await app.make.staff({ role: 'kitchen', shop }),
    await app.make.staff({ role: 'shop_manager', shop }),
    await app.make.staff({ role: 'agent' }),
    await app.make.staff({ role: 'region_manager', regionId: shop.regionId }),
  ]
  const codes = await app.as(others[1]!).post('/codes', { shopId: shop.id, place: 'table', labels: ['A07'] })
  slug = (codes.body as { slug: string }[])[0]!.slug
})
afterAll(() => app.close())

let hosts = 0
async function ticket(): Promise<string> {
  hosts += 1
  const body = { submissionId: randomUUID(), content: '珍珠是硬的', mood: 'bad', locale: 'zh-CN' }
  const more = { ip: `10.8.${hosts >> 8}.${hosts & 255}` }
  const res = await app.anonymous.post<{ number: string }>(`/public/forms/${slug}/feedback`, body, more)
  expect(res.status, res.text).toBe(201)
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(res.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

type World = { id: string; now: number; pick: (n: number) => Promise<Task | undefined> }
type Deed = { name: string; n: number }
const DEEDS: Record<string, (world: World, n: number) => Promise<unknown>> = {
  give: ({ id, now }, n) =>
    app.as(lead).post(`/tickets/${id}/tasks`, {
      title: '查一下',
      ownerId: others[n % others.length]!.id,
      dueAt: new Date(now + (1 + (n % 5)) * HOUR_MS).toISOString(),
    }),
  ask: ({ id, now }) =>
    app.as(lead).post(`/tickets/${id}/tasks`, {
      kind: 'question',
      title: '几点煮的？',
      dueAt: new Date(now + HOUR_MS).toISOString(),
    }),
  promise: ({ id, now }) =>
    app.as(lead).put(`/tickets/${id}/plan`, {
      steps: [{ title: '换机器', dueAt: new Date(now + 9 * HOUR_MS).toISOString() }],
      promise: {
        expectedAt: new Date(now + 9 * HOUR_MS).toISOString(),
        nextContactAt: new Date(now + 3 * HOUR_MS).toISOString(),
        message: '还要等配件。',
      },
    }),
  finish: async ({ pick }, n) => {
    const task = await pick(n)
    return task && app.as(lead).put(`/tasks/${task.id}/result`, { result: '好了' })
  },
  cancel: async ({ pick }, n) => {
    const task = await pick(n)
    return task && app.as(lead).delete(`/tasks/${task.id}`, { reason: '不用了' })
  },
  move: async ({ pick }, n) => {
    const task = await pick(n)
    return task && app.as(lead).patch(`/tasks/${task.id}`, { ownerId: others[n % others.length]!.id })
  },
  reply: ({ id }) => app.as(lead).post(`/tickets/${id}/replies`, { text: '正在查。' }),
  propose: ({ id }, n) =>
    app.as(lead).put(`/tickets/${id}/proposal`, { text: '重做一杯。', despiteOpenTasks: n % 2 === 0 }),
  accept: ({ id }) => app.as(lead).put(`/tickets/${id}/acceptance`),
  close: ({ id }) => app.as(lead).put(`/tickets/${id}/closure`, { note: '已解决', despite: '顾客满意' }),
  reopen: ({ id }) => app.as(lead).delete(`/tickets/${id}/closure`, { reason: '又来了' }),
  setAside: ({ id }) => app.as(lead).put(`/tickets/${id}/set-aside`, { reason: 'test' }),
  recover: ({ id }) => app.as(lead).delete(`/tickets/${id}/set-aside`),
  assign: ({ id }, n) =>
    app.as(lead).put(`/tickets/${id}/assignment`, { assigneeId: others[1 + (n % 3)]!.id }),
  wait: async (world, n) => {
    world.now += (1 + n) * HOUR_MS
    app.setNow(new Date(world.now).toISOString())
    await app.sweep()
  },
}

const deed = fc.record({ name: fc.constantFrom(...Object.keys(DEEDS)), n: fc.nat({ max: 7 }) })

test('open_tasks is the number of open task rows, whatever is done', async () => {
  const given = { give: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds: Deed[]) => {
      app.setNow(new Date(START).toISOString())
      const id = await ticket()
      const world: World = {
        id,
        now: START,
        pick: async (n) => {
          const open = (await rows(id)).filter((t) => t.state === 'open')
          return open[n % Math.max(1, open.length)]
        },
      }
      for (const { name, n } of [{ name: 'give', n: 0 }, ...deeds]) {
        await DEEDS[name]!(world, n)
        const { said, counted } = await counts(id)
        given.give = Math.max(given.give, counted)
        expect(said, `after ${name}`).toBe(counted)
      }
    }),
    { numRuns: 25, endOnFailure: true },
  )
  expect(given.give).toBeGreaterThan(2)
}, 120_000)

async function rows(id: string): Promise<Task[]> {
  return (await app.as(lead).get<Task[]>(`/tickets/${id}/tasks`)).body
}

function counts(id: string): Promise<{ said: number; counted: number }> {
  return app.services.db.inBrand(shop.brandId, async (tx) => {
    const { open_tasks } = await tx
      .selectFrom('tickets.ticket')
      .select('open_tasks')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const open = await tx
      .selectFrom('tickets.task')
      .select('id')
      .where('ticket_id', '=', id)
      .where('state', '=', 'open')
      .execute()
    return { said: open_tasks, counted: open.length }
  })
}
