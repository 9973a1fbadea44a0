import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '#test/database'
import { type Door, openDoor } from '#test/door'
import { type Database, openDatabase } from './database.ts'

const BRAND = '00000000-0000-4000-8000-000000000000'
let database: TestDatabase
let replica: Door
let db: Database

beforeAll(async () => {
  database = await cloneDatabase()
  replica = await openDoor(database.appUrl)
  db = openDatabase(database.appUrl, { readUrl: replica.url })
})
afterAll(async () => {
  await db.close()
  replica.close()
  await database.drop()
})

const read = () =>
  db.readInBrand(BRAND, async (tx) => (await sql<{ one: number }>`select 1 as one`.execute(tx)).rows[0]!.one)

test('pages are read while the replica is away, and go on when it went away in the middle of one', async () => {
  expect(await read()).toBe(1)
  const inTheMiddle = db.readInBrand(BRAND, async (tx) => {
    if (replica.isOpen()) replica.shut()
    return (await sql<{ one: number }>`select 1 as one`.execute(tx)).rows[0]!.one
  })
  expect(await inTheMiddle).toBe(1)
  expect(await read()).toBe(1)
  replica.open()
  expect(await read()).toBe(1)
})

test('what the primary refuses is not asked twice', async () => {
  let asked = 0
  const wrong = db.readInBrand(BRAND, async (tx) => {
    asked += 1
    await sql`select 1 / 0`.execute(tx)
  })
  await expect(wrong).rejects.toThrow('division by zero')
  expect(asked).toBe(1)
})
