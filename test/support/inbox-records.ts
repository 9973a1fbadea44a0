import { randomUUID } from 'node:crypto'
import { systemContext } from '#platform/context'
import { keepPart } from '../../domains/tickets/import/parts.ts'
import type { MadeStaff } from './make.ts'
import type { Made, World } from './permission-world.ts'

type Insert = (world: World, row: { brand_id: string; id: string }, owner: MadeStaff) => Promise<void>

/** A record that is its maker's alone, whatever anybody's reach. */
async function madeBy(world: World, owner: MadeStaff, insert: Insert): Promise<Made> {
  const row = { brand_id: owner.brandId, id: randomUUID() }
  await insert(world, row, owner)
  return { params: { id: row.id }, shopId: null, makerId: owner.id }
}

const recorder = (insert: Insert) => ({
  make: (world: World) => madeBy(world, world.agent, insert),
  makeOwn: (world: World, owner: MadeStaff) => madeBy(world, owner, insert),
  vanishes: true as const,
})

/** A private view, a bulk deed that is done, a file that is ready, and one that is half brought in. */
export const INBOX_RECORDERS = {
  '/saved-views/:id': recorder(async ({ app }, row, owner) => {
    const at = app.services.now()
    const view = { name: '我的', view: 'all', conditions: '[]', sort: 'updated' }
    await app.services.db.inBrand(row.brand_id, (tx) =>
      tx
        .insertInto('tickets.saved_view')
        .values({ ...row, ...view, owner_id: owner.id, created_at: at, updated_at: at })
        .execute(),
    )
  }),
  '/bulks/:id': recorder(async ({ app }, row, owner) => {
    const deed = JSON.stringify({ kind: 'tag', add: ['x'], remove: [] })
    const bulk = { ...row, staff_id: owner.id, deed, locale: 'zh-CN', state: 'done', total: 0 }
    await app.services.db.inBrand(row.brand_id, (tx) =>
      tx
        .insertInto('tickets.bulk')
        .values({ ...bulk, created_at: app.services.now() })
        .execute(),
    )
  }),
  '/exports/:id': recorder(async ({ app }, row, owner) => {
    const file_key = `exports/${row.id}.csv`
    await app.services.files.put(file_key, Buffer.from('x'))
    const file = {
      ...row,
      staff_id: owner.id,
      locale: 'zh-CN',
      format: 'csv',
      filter: '{}',
      columns: ['number'],
    }
    await app.services.db.inBrand(row.brand_id, (tx) =>
      tx
        .insertInto('tickets.export')
        .values({ ...file, state: 'done', bytes: 1, file_key, created_at: app.services.now() })
        .execute(),
    )
  }),
  '/imports/:id': recorder(async ({ app }, row, owner) => {
    const at = app.services.now()
    const file = {
      staff_id: owner.id,
      locale: 'zh-CN',
      what: 'reviews',
      file_name: '评价.csv',
      bytes: 2,
      uploads: 0,
    }
    const sheets = [{ name: '', rows: 1, parts: 1, fixed: ['text'] }]
    const mapping = {
      sheet: 0,
      header: 0,
      columns: { text: 0 },
      platform: 'import',
      shopId: null,
      unknownShop: 'refuse',
    }
    const treated = { scale: 'five', historyDays: 7, untimed: 'history' }
    const stored = { sheets: JSON.stringify(sheets), mapping: JSON.stringify({ ...mapping, ...treated }) }
    await keepPart(systemContext(app.services, row.brand_id), row.id, 0, 0, [{ n: 1, cells: ['好喝'] }])
    await app.services.db.inBrand(row.brand_id, (tx) =>
      tx
        .insertInto('tickets.import')
        .values({ ...row, ...file, ...stored, state: 'paused', created_at: at, started_at: at })
        .execute(),
    )
  }),
}
