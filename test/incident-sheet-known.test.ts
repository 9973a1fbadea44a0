import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'

/** What the tickets say already stands on the sheet of a new room, until somebody has checked it. */
let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let room: Room

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T09:00+08:00' })
  shop = await app.make.shop({ name: '西湖店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控' })
  const told = [await tell(app, shop, '奶茶里喝出一截铁丝'), await tell(app, shop, '奶茶里有一截铁丝')]
  app.setNow('2026-03-02T09:30+08:00')
  const ticketIds = told.map(({ id }) => id)
  room = (await app.as(quality).post<Room>('/incidents', { source: 'ticket', ticketIds })).body
})
afterAll(() => app.close())

const line = ({ sheet }: Room, key: string) => sheet.find((one) => one.field.key === key)!
const filledIn = ({ sheet }: Room) => sheet.filter((one) => one.value)

test('when it was found and where else stand there, by nobody; nothing sensitive does', () => {
  expect(line(room, 'found_at')).toMatchObject({ value: '2026-03-02T01:00:00.000Z', by: '' })
  expect(line(room, 'others').value).toBe('西湖店 2')
  // In the customer's words somebody may be named.
  expect(line(room, 'found_what').value).toBe('')
  expect(filledIn(room).filter(({ field, by }) => field.sensitive || by)).toEqual([])
})

test('saved as it stands it is the word of who has checked it, and the audit keeps both', async () => {
  const { path, audited } = roomOf(
    () => app,
    () => room.id,
  )
  const values = { others: '西湖店 2' }
  const { body } = await app.as(quality).put<Room>(path('/sheet'), { values })
  expect(line(body, 'others')).toMatchObject({ value: '西湖店 2', by: '李品控', earlier: [] })
  expect(line(body, 'found_at').by).toBe('')
  const admin = await app.make.staff({ role: 'admin' })
  expect(await audited(admin, 'saveSheet')).toHaveLength(2)
})

test('whoever reads the room for one shop sees what the system took from all shops once somebody has saved it', async () => {
  const manager = await app.make.staff({ role: 'shop_manager', shop, name: '王店长' })
  const { path, read } = roomOf(
    () => app,
    () => room.id,
  )
  expect(filledIn(await read(manager)).map(({ field, by }) => [field.key, by])).toEqual([
    ['others', '李品控'],
  ])
  await app.as(quality).put(path('/sheet'), { values: { found_at: '2026-03-02T00:50:00.000Z' } })
  const seen = line(await read(manager), 'found_at')
  expect(seen).toMatchObject({ value: '2026-03-02T00:50:00.000Z', by: '李品控', earlier: [] })
  expect(line(await read(quality), 'found_at').earlier).toMatchObject([{ by: '' }])
})

/** As it runs on a database that has data. */
async function migrate(name: string): Promise<void> {
  const file = new URL(`../domains/incidents/migrations/${name}`, import.meta.url)
  const owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
  await owner.query(readFileSync(file, 'utf8'))
  await owner.end()
}

test('what an older version took over in a customer’s own words is off the sheet, unless somebody has saved it as theirs', async () => {
  const brandId = shop.brandId
  const stands = (byName: string) =>
    app.services.db.inBrand(brandId, (tx) =>
      tx
        .insertInto('incidents.sheet_value')
        .values({
          ...{ brand_id: brandId, incident_id: room.id, key: 'found_what', at: app.services.now() },
          value_enc: app.services.keys.seal(brandId, '林晓梅的奶茶里有铁丝'),
          by_name: byName,
        })
        .onConflict((c) => c.columns(['brand_id', 'incident_id', 'key']).doUpdateSet({ by_name: byName }))
        .execute(),
    )
  const after = async (byName: string) => {
    await stands(byName)
    await migrate('0021-words-off-sheet.sql')
    // Whoever has the room open reads it anew.
    await app.as(quality).patch(`/incidents/${room.id}`, { summary: `核对：${byName}` })
    const { body } = await app.as(quality).get<Room>(`/incidents/${room.id}`)
    return line(body, 'found_what').value
  }
  expect(await after('')).toBe('')
  expect(await after('李品控')).toBe('林晓梅的奶茶里有铁丝')
})

test('nor does it stand among what was written over; what people wrote there stays', async () => {
  const { path } = roomOf(
    () => app,
    () => room.id,
  )
  const write = (found_what: string) => app.as(quality).put<Room>(path('/sheet'), { values: { found_what } })
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.updateTable('incidents.sheet_value').set({ by_name: '' }).where('key', '=', 'found_what').execute(),
  )
  await write('奶茶里有铁丝')
  await write('奶茶里有一截铁丝，已留样')
  const earlier = async () =>
    line((await app.as(quality).get<Room>(path())).body, 'found_what').earlier.map(({ value }) => value)
  expect(await earlier()).toEqual(['奶茶里有铁丝', '林晓梅的奶茶里有铁丝'])
  await migrate('0022-words-off-earlier.sql')
  await app.as(quality).patch(path(), { summary: '再核对一遍' })
  expect(await earlier()).toEqual(['奶茶里有铁丝'])
})
