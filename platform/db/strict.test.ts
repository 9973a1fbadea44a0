import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import { callsInTransactions } from '../../test/support/no-network-in-transactions.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const inBrand = <T>(work: () => Promise<T>) =>
  app.services.db.inBrand('00000000-0000-7000-8000-000000000001', work)

test('a transaction inside of another is refused, one after the other is not', async () => {
  await expect(inBrand(() => inBrand(async () => 1))).rejects.toThrow('inside of another')
  expect(await inBrand(async () => 1)).toBe(1)
  expect(await Promise.all([inBrand(async () => 2), inBrand(async () => 3)])).toEqual([2, 3])
})

test('a service that is called inside of a transaction is noticed, outside it is not', async () => {
  const service = createServer((_, answer) => answer.end('here')).listen(0)
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
  await inBrand(async () => 1).then(() => fetch(url))
  expect(callsInTransactions()).toEqual([])
  await inBrand(() => fetch(url))
  expect(callsInTransactions().length).toBeGreaterThan(0)
  service.close()
  service.closeAllConnections()
})
