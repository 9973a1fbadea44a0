import type { Locale } from '#contracts/kit'
import type { Me } from '#contracts/people'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { declaredActions, may } from '#platform/permissions'
import { readBrand } from '../organisation/brand-data.ts'
import { readAccount, readGrants } from './account-data.ts'

export function readMe(ctx: Ctx): Promise<Me> {
  return ctx.transaction((tx) => meOf(tx, ctx))
}

export async function meOf(tx: Tx, ctx: Ctx): Promise<Me> {
  const actor = staffOf(ctx)
  const account = await readAccount(tx, actor.staffId)
  if (!account) throw new Error('a session belongs to nobody')
  const { id, name, industry, zone, demo } = await readBrand(tx)
  return {
    staffId: account.id,
    name: account.name,
    login: account.login,
    brand: { id, name, industry, zone },
    grants: await readGrants(tx, actor.staffId),
    can: Object.keys(declaredActions()).filter((action) => may(actor, action)),
    locale: account.locale as Locale,
    theme: account.theme as Me['theme'],
    totpOn: account.totp_last !== null,
    away: account.away,
    demo,
  }
}
