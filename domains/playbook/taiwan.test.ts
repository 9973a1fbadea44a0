import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'

let app: TestApp
let admin: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T09:00+08:00' })
  admin = await app.make.staff({ role: 'admin' })
})
afterAll(() => app.close())

type Answer = { document: Playbook; taiwan?: Record<string, string> }

test('only a reader in Taiwan is told how the texts read there, and the document stays as it was written', async () => {
  const simplified = (await app.as(admin).get<Answer>('/playbook')).body
  expect(simplified.taiwan).toBeUndefined()

  await app.as(admin).patch('/me/preferences', { locale: 'zh-TW' })
  const read = (await app.as(admin).get<Answer>('/playbook')).body
  expect(read.document).toEqual(simplified.document)
  expect(read.taiwan).toMatchObject({ 骑手服务: '外送員服務', 投诉: '客訴', 出品口味: '餐點口味' })
  expect(read.taiwan).not.toHaveProperty('喝到塑料')
})

test('a draft is read so too, its new texts with it', async () => {
  await app.as(admin).patch('/me/preferences', { locale: 'zh-TW' })
  const { document } = (await app.as(admin).get<Answer>('/playbook')).body
  const title = '顾客在门店打印的小票'
  const changed = { ...document, forms: document.forms.map((form) => ({ ...form, title })) }
  const draft = await app.as(admin).put<Answer>('/playbook/draft', { document: changed })
  expect(draft.body.taiwan?.[title]).toBe('顧客在門市列印的收據')
})
