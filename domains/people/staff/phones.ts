import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { readPhones } from './staff-data.ts'

/** The phone numbers of these people, for mentioning or ringing them; whoever has left none is absent. Never shown to anybody. */
export async function findStaffPhones(tx: Tx, ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await readPhones(tx, ids)
  return new Map(
    rows.flatMap((row) => {
      const phone = ctx.keys.open(ctx.actor.brandId, row.phone_enc)
      return phone ? [[row.id, phone] as const] : []
    }),
  )
}
