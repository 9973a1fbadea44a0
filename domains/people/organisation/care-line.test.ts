import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { ServiceLine } from '#contracts/people'
import { startApp, type TestApp } from '#test/app'
import { everyDay, type MadeStaff } from '#test/make'

type Line = z.infer<typeof ServiceLine>
const NEVER = [[], [], [], [], [], [], []]
let app: TestApp
let admin: MadeStaff

beforeAll(async () => {
  app = await startApp()
  admin = await app.make.staff({ role: 'admin' })
})
afterAll(() => app.close())

const save = (phone: string, hours: unknown = NEVER) =>
  app.as(admin).put<Line>('/service-line', { phone, hours })
const read = async (locale = 'zh-CN') => {
  await app.as(admin).patch('/me/preferences', { locale })
  return (await app.as(admin).get<Line>('/service-line')).body
}

test('a brand begins without a number', async () => {
  expect(await read()).toEqual({ phone: '', hours: NEVER, said: '' })
})

test('the number is said with its hours, days alike as one, in each language', async () => {
  const shift = [['09:00', '21:00']]
  const late = [['10:00', '25:30']]
  expect((await save('400-820-7777', everyDay(['9:00', '21:00']))).status).toBe(400)
  expect((await save('400-820-7777', everyDay(['09:00', '21:00']))).body.said).toBe(
    '400-820-7777（每天 9:00–21:00）',
  )
  await save('400-820-7777', [shift, shift, shift, shift, shift, late, []])
  expect((await read()).said).toBe('400-820-7777（周一至周五 9:00–21:00，周六 10:00–次日 1:30）')
  expect((await read('zh-TW')).said).toBe('400-820-7777（週一至週五 9:00–21:00，週六 10:00–次日 1:30）')
  expect((await read('en')).said).toBe('400-820-7777 (Mon–Fri 9:00–21:00; Sat 10:00–1:30 the next day)')
  await read()
})

test('what cannot be dialled is refused; an extension and a number abroad are not', async () => {
  for (const phone of ['找店长', '400', '400-820-7777 或 0571-1', '<b>400-820-7777'])
    expect((await save(phone)).problem).toMatchObject({ code: 'http.badInput', field: 'phone' })
  for (const phone of ['0571-8888 6666转2', '95123', '+886 2 1234 5678'])
    expect((await save(phone)).body.said).toBe(phone)
})

test('only an administrator changes it, the audit keeps what it was, and without a number there are no hours', async () => {
  const lead = await app.make.staff({ role: 'lead' })
  expect((await app.as(lead).get<Line>('/service-line')).body.phone).toBe('+886 2 1234 5678')
  expect((await app.as(lead).put('/service-line', { phone: '', hours: NEVER })).status).toBe(403)
  expect((await save('', everyDay(['09:00', '21:00']))).body).toEqual({ phone: '', hours: NEVER, said: '' })
  const { id } = await app.make.home()
  const entries = await app.services.db.inBrand(id, (tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select(['action', 'data'])
      .where('action', '=', 'people.changeServiceLine')
      .orderBy('id', 'desc')
      .execute(),
  )
  expect(entries[0]?.data).toMatchObject({ before: '+886 2 1234 5678', after: '' })
})
