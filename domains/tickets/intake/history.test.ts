import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Ticket } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'

const DAY = 86_400_000
const NOON = Date.parse('2026-03-02T12:00+08:00')
const WARM = '奶茶是温的，等了十分钟'

let app: TestApp
let lead: MadeStaff
let slug: string
let hosts = 0

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  const shop = await app.make.shop()
  await app.make.staff({ role: 'shop_manager', shop })
  lead = await app.make.staff({ role: 'lead' })
  const admin = await app.make.staff({ role: 'admin' })
  const codes = { shopId: shop.id, place: 'table', labels: ['A07'] }
  slug = (await app.as(admin).post<{ slug: string }[]>('/codes', codes)).body[0]!.slug
})
afterAll(() => app.close())

const later = (days: number) => app.setNow(new Date(NOON + days * DAY).toISOString())

async function complain(contact: string, content = WARM): Promise<z.infer<typeof Ticket>> {
  hosts += 1
  const said = { submissionId: randomUUID(), content, mood: 'bad', locale: 'zh-CN', contact }
  const { body } = await app.anonymous.post<{ number: string }>(`/public/forms/${slug}/feedback`, said, {
    ip: `10.8.0.${hosts}`,
  })
  const { id } = await app.services.db.inBrand(lead.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return (await app.as(lead).get<z.infer<typeof Ticket>>(`/tickets/${id}`)).body
}

test('who complains for the third time within thirty days is served as a serious matter, with the reason beside it', async () => {
  const first = await complain('13900001111')
  later(9)
  const second = await complain('13900001111', '珍珠硬得嚼不动，上次的事也没人回')
  expect([first.triage.severity, second.triage.severity].every((level) => level < 3)).toBe(true)
  later(20)
  const third = await complain('13900001111')
  expect(third.triage).toMatchObject({ kind: 'complaint', severity: 3 })
  expect(third.triage.priority < first.triage.priority).toBe(true)
  expect(third.triage.reasons.map(({ text }) => text)).toContain('30 天内第 3 次反映问题')
  expect((await complain('13900002222')).triage.severity).toBe(first.triage.severity)
  later(60)
  expect((await complain('13900001111')).triage.severity).toBe(first.triage.severity)
})
