import { v7 as uuidv7 } from 'uuid'
import type { CreatedBrand } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { readPack } from '../document/packs.ts'
import { playbookErrors } from '../errors.ts'
import { insertFirst } from './version-data.ts'

/** A new brand works by its industry's pack from the first moment (P1). Errors: playbook.packMissing. */
export async function layFirstPlaybook(tx: Tx, ctx: Ctx, brand: CreatedBrand): Promise<void> {
  const document = readPack(brand.pack)
  if (!document) throw playbookErrors.packMissing({ pack: brand.pack }, 'brand.pack')
  await insertFirst(tx, { brandId: brand.id, id: uuidv7(), document, at: ctx.now() })
}
