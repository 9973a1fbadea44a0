import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { cloneDatabase } from '#test/database'
import { openDatabase } from '../db/database.ts'
import { StartFault } from '../db/start-fault.ts'
import { loadKeys } from './keys.ts'

const BRAND = '01900000-0000-7000-8000-000000000001'
const OTHER = '01900000-0000-7000-8000-000000000002'

test('what one start seals the next one opens, in its own brand only', async () => {
  const clone = await cloneDatabase()
  const db = openDatabase(clone.appUrl)
  const master = randomBytes(32)
  const sealed = (await loadKeys(db.open, master)).seal(BRAND, '13800001234')
  const again = await loadKeys(db.open, master)
  expect(again.open(BRAND, sealed)).toBe('13800001234')
  expect(() => again.open(OTHER, sealed)).toThrow()
  await db.close()
  await clone.drop()
})

test('a key that did not seal this database is refused in words', async () => {
  const clone = await cloneDatabase()
  const db = openDatabase(clone.appUrl)
  await loadKeys(db.open, randomBytes(32))
  await expect(loadKeys(db.open, randomBytes(32))).rejects.toThrow(StartFault)
  await db.close()
  await clone.drop()
})
