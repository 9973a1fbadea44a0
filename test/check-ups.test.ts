import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { CheckUpPage, CheckUpsAsked, OwnCheckUp } from '#contracts/customers/check-ups'
import type { ChangePage, CustomerFile } from '#contracts/customers/file'
import type { Ticket } from '#contracts/tickets'
import { rememberAddress } from '#domains/customers'
import { systemContext } from '#platform/context'
import type { Client } from '#test/client'
import { openWorld, type World } from '#test/wechat-world'
import { identifyCustomers } from '../domains/customers/identify/identify-customers.ts'

/** C2: a customer of a file out of date is asked in the own channel, answers behind a private link, and the file knows who said it. */
let w: World
let agent: Client
let follower: string
beforeAll(async () => {
  w = await openWorld()
  w.app.setNow('2025-06-02T12:00:00+08:00')
  await w.text('oLin', '上次的奶茶很好喝')
  await w.app.sweep()
  const [ticket] = (await w.ticketsOf('上次的奶茶很好喝')) as unknown as Ticket[]
  follower = ticket!.customer!.id
  const ctx = systemContext(w.app.services, w.shop.brandId)
  await ctx.transaction(async (tx) => {
    await identifyCustomers(tx, ctx, [{ name: '陈思远', contact: '13800002002' }])
    await rememberAddress(tx, ctx, follower, { text: '杭州市西湖区文三路 90 号 6 楼' })
  })
  w.app.setNow('2026-03-02T12:00:00+08:00')
  // WeChat lets us write for two days after the customer's last word.
  await w.text('oLin', '你们今天开门吗')
  await w.app.sweep()
  agent = w.app.as(w.agent)
})
afterAll(() => w.close())

const list = async (view: string) => (await agent.get<CheckUpPage>(`/customer-check-ups?view=${view}`)).body
const ask = async (...customerIds: string[]) =>
  (await agent.post<CheckUpsAsked>('/customer-check-ups', { customerIds })).body
const told = () => JSON.stringify(w.service.state.sent)
const tokenIn = (text: string) => /\/u\/([\w-]+)/.exec(text)![1]!
const own = (token: string) => w.app.anonymous.get<OwnCheckUp>(`/public/check-ups/${token}`)
const answer = (token: string, body: object) =>
  w.app.anonymous.put<OwnCheckUp>(`/public/check-ups/${token}/answer`, body)

test('files that nobody confirmed or used for half a year are listed, the oldest first', async () => {
  const { lines, progress } = await list('stale')
  expect(lines.map((line) => line.customerId)).toContain(follower)
  expect(progress).toMatchObject({ stale: 2, asked: 0, answered: 0 })
  expect(JSON.stringify(lines)).not.toContain('13800002002')
})

test('one tap asks once a quarter, in the own channel, and not in the evening', async () => {
  w.app.setNow('2026-03-02T21:30:00+08:00')
  expect(await ask(follower)).toEqual({ asked: 1, left: 0 })
  expect(await ask(follower)).toEqual({ asked: 0, left: 1 })
  await w.app.sweep()
  expect(told()).not.toContain('/u/')
  expect((await list('asked')).lines[0]).toMatchObject({ state: 'waiting' })
  w.app.setNow('2026-03-03T09:00:00+08:00')
  await w.app.sweep()
  expect((await list('asked')).lines[0]).toMatchObject({ customerId: follower, state: 'sent' })
  expect(told()).toContain('/u/')
  expect((await list('stale')).lines.map((line) => line.customerId)).not.toContain(follower)
})

test('behind the link everything is masked, and what the customer changes is theirs in the history', async () => {
  const token = tokenIn(told())
  const { body } = await own(token)
  expect(body).toMatchObject({ state: 'open', address: '杭州市西湖区****' })
  expect(JSON.stringify(body)).not.toContain('文三路')
  const changed = { answer: 'changed', address: '杭州市拱墅区莫干山路 12 号', phone: '13900009999' }
  expect((await answer(token, changed)).body.state).toBe('changed')
  // Sent again by a phone that lost its answer.
  expect((await answer(token, changed)).body.state).toBe('changed')
  const file = (await agent.get<CustomerFile>(`/customers/${follower}`)).body
  expect(file.checkedAt).toBe('2026-03-03T01:00:00.000Z')
  expect(file.addresses.find((a) => a.id === file.addressId)?.area).toBe('杭州市拱墅区')
  // A number that anybody could have typed waits for an agent.
  expect(file.proposals.map((p) => [p.field, p.source, p.byKind])).toEqual([
    ['phone', 'customer', 'customer'],
  ])
  const { changes } = (await agent.get<z.infer<typeof ChangePage>>(`/customers/${follower}/changes`)).body
  expect(changes.find((c) => c.field === 'address' && c.source === 'customer')).toMatchObject({
    after: '杭州市拱墅区',
    byKind: 'customer',
  })
  expect((await list('answered')).progress).toMatchObject({ asked: 1, answered: 1, changed: 1 })
})

test('who cannot be written to is left for the phone, and a colleague may say that it is right', async () => {
  const [other] = (await list('stale')).lines
  await ask(other!.customerId)
  await w.app.sweep()
  expect((await list('asked')).lines[0]).toMatchObject({ customerId: other!.customerId, state: 'unsent' })
  const file = await agent.put<CustomerFile>(`/customers/${other!.customerId}/check`)
  expect(file.body.checkedAt).not.toBeNull()
})

test('who does not want to be asked is not asked again', async () => {
  w.app.setNow('2026-11-20T12:00:00+08:00')
  await w.text('oLin', '又来了')
  await w.app.sweep()
  expect(await ask(follower)).toEqual({ asked: 1, left: 0 })
  await w.app.sweep()
  const token = tokenIn(JSON.stringify(w.service.state.sent.slice(-1)))
  expect((await answer(token, { answer: 'declined' })).body.state).toBe('declined')
  w.app.setNow('2027-11-20T12:00:00+08:00')
  expect(await ask(follower)).toEqual({ asked: 0, left: 1 })
})

test('a link that is wrong or older than a month opens nothing', async () => {
  expect((await own('nobody-has-this-token-at-all')).problem.code).toBe('customers.checkUpUnknown')
  const old = tokenIn(told())
  expect((await own(old)).problem.code).toBe('customers.checkUpUnknown')
})
