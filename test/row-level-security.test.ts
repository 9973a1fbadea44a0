import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import { fillEveryTable, type Table, tablesOf } from '#test/tables'

let app: TestApp
let owner: pg.Client
let tables: Table[]
let brandId: string
let otherId: string

beforeAll(async () => {
  app = await startApp()
  owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
  tables = await tablesOf(owner)
  const brand = await app.make.brand()
  await app.make.staff({ role: 'rider', shop: await app.make.shop({ brand }) })
  brandId = brand.id
  otherId = (await app.make.brand()).id
  await fillEveryTable(owner, tables, brandId)
})
afterAll(async () => {
  await owner.end()
  await app.close()
})

const led = () => tables.filter((t) => t.brandColumn)

/** What the schema promises stands in schema.test.ts; here rows are read and written. */
describe('row-level security, the second lock', () => {
  test('every table with a brand has the policy, for reading and for writing', () => {
    const open = led().filter((t) => !t.secured || t.policies !== 1 || !t.checked)
    expect(open.map((t) => t.name)).toEqual([])
  })

  test('the program connects as a role that cannot step over it', async () => {
    const { rows } = await app.services.db.pool.query(
      'select rolsuper, rolbypassrls, rolname from pg_roles where rolname = current_user',
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolname: 'huiyin_app' }])
    const owned = await owner.query(
      "select count(*)::int as n from pg_tables where tableowner = 'huiyin_app'",
    )
    expect(owned.rows[0].n).toBe(0)
  })

  test('every table holds a row of the first brand, so that the tests below prove something', async () => {
    const counts = await Promise.all(led().map(async (t) => [t.name, await seen(t, brandId)] as const))
    expect(counts.filter(([, n]) => n === 0).map(([name]) => name)).toEqual([])
  })

  test('another brand sees no row of any table', async () => {
    for (const table of led()) {
      const { rows } = await inBrand(
        otherId,
        `select count(*)::int as n from ${table.name} where ${table.brandColumn} = '${brandId}'`,
      )
      expect([table.name, rows[0].n]).toEqual([table.name, 0])
    }
  })

  test('without a brand nothing is seen at all', async () => {
    for (const table of led()) {
      const { rows } = await app.services.db.pool.query(`select count(*)::int as n from ${table.name}`)
      expect([table.name, rows[0].n]).toEqual([table.name, 0])
    }
  })

  test('nobody writes a row for another brand, changes or deletes one', async () => {
    for (const table of led()) {
      const copy = `insert into ${table.name} (${table.columns}) select ${table.columns} from jsonb_populate_record(null::${table.name}, $1)`
      const { rows } = await owner.query(
        `select to_jsonb(t) as row from ${table.name} t where ${table.brandColumn} = $1 limit 1`,
        [brandId],
      )
      await expect(inBrand(otherId, copy, [JSON.stringify(rows[0].row)]), table.name).rejects.toThrow(
        /row-level security|permission denied/,
      )
      const where = `where ${table.brandColumn} = '${brandId}'`
      for (const statement of [
        `update ${table.name} set ${table.brandColumn} = ${table.brandColumn} ${where}`,
        `delete from ${table.name} ${where}`,
      ]) {
        const touched = await inBrand(otherId, statement).then(
          (res) => res.rowCount,
          (error: Error) => error.message.replace(/ for table .*/, ''),
        )
        expect([table.name, touched]).toEqual([table.name, touched === 'permission denied' ? touched : 0])
      }
      expect(await seen(table, brandId), table.name).toBeGreaterThan(0)
    }
  })

  test('a row cannot be handed over to another brand', async () => {
    const move = inBrand(brandId, `update people.region set brand_id = '${otherId}'`)
    await expect(move).rejects.toThrow('row-level security')
  })

  test('a foreign key cannot point at the row of another brand', async () => {
    const foreign = await inBrand(brandId, 'select id from people.region limit 1')
    const insert = `insert into people.shop (brand_id, id, region_id, code, name, zone, hours)
      values ('${otherId}', '${randomUUID()}', '${foreign.rows[0].id}', 'X1', 'X', 'Asia/Shanghai', '[]')`
    await expect(inBrand(otherId, insert)).rejects.toThrow('violates foreign key')
  })
})

async function seen(table: Table, brand: string): Promise<number> {
  return (await inBrand(brand, `select count(*)::int as n from ${table.name}`)).rows[0].n
}

/** One statement as the program's role, bound to the brand. */
async function inBrand(brand: string, statement: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = await app.services.db.pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('huiyin.brand', $1, true)", [brand])
    return await client.query(statement, values)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
