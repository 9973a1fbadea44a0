import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '#test/database'
import { type Database, openDatabase } from './database.ts'

const BRAND = '00000000-0000-7000-8000-000000000001'
let clone: TestDatabase
let db: Database

beforeAll(async () => {
  clone = await cloneDatabase()
  db = openDatabase(clone.appUrl, { max: 1 })
})
afterAll(() => db.close())

const kept = () =>
  db.inBrand(BRAND, async (tx) => (await sql`/* kept plan */ select * from orders.station`.execute(tx)).rows)
const plans = () =>
  db.inBrand(BRAND, async (tx) => {
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      tx,
    )
    return rows.map((row) => row.statement)
  })

test('a marked statement is planned once per connection, one without the mark is not kept', async () => {
  for (let n = 0; n < 3; n++) await kept()
  await db.inBrand(BRAND, (tx) => tx.selectFrom('people.shop').select('id').where('id', '=', BRAND).execute())
  expect(await plans()).toEqual([expect.stringContaining('orders.station')])
})

test('a small write that is sent often is kept without a mark', async () => {
  const write = (n: number) =>
    db.inBrand(BRAND, (tx) =>
      tx
        .updateTable('people.shop')
        .set({ name: `${n}` })
        .where('id', '=', BRAND)
        .execute(),
    )
  for (let n = 0; n < 40; n++) await write(n)
  expect(await plans()).toContainEqual(expect.stringMatching(/^update "people"."shop"/))
})

test('a table that is migrated meanwhile costs one refused try, not the connection', async () => {
  await kept()
  const owner = new pg.Client({ connectionString: clone.ownerUrl })
  await owner.connect()
  await owner.query('alter table orders.station add column added_meanwhile int')
  await owner.end()
  await expect(kept()).rejects.toThrow('cached plan must not change result type')
  expect(await kept()).toEqual([])
})

test('what is asked for at once runs in the order of asking, however it is asked: what follows a lock sees what the lock waited for', async () => {
  const at = sql<string>`to_char(clock_timestamp(), 'HH24MISSUS')`
  const times = await db.inBrand(BRAND, (tx) => {
    const built = () => tx.selectNoFrom(at.as('at')).executeTakeFirstOrThrow()
    const all = async () => (await tx.selectNoFrom(at.as('at')).execute())[0]!
    const raw = async () => (await sql<{ at: string }>`select ${at} as at`.execute(tx)).rows[0]!
    return Promise.all([built(), raw(), all(), built(), all(), raw(), raw(), built()])
  })
  const order = times.map((row) => row.at)
  expect(order).toEqual(order.toSorted())
  expect(new Set(order).size).toBe(order.length)
})

test('of several that fail the first is the one that is heard, and the connection goes on', async () => {
  const failing = db.inBrand(BRAND, (tx) =>
    Promise.all([sql`select 1 / 0`.execute(tx), sql`select 2`.execute(tx)]),
  )
  await expect(failing).rejects.toThrow('division by zero')
  expect(await db.inBrand(BRAND, async () => 'goes on')).toBe('goes on')
})
