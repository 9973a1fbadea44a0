import type { Ctx } from '#platform/context'
import type { Wishes } from '../hear/choose-means.ts'
import type { PreferenceRow } from './preference-data.ts'

export type Addresses = { email: string; wecomUser: string; dingtalkUser: string; feishuUser: string }
const NOWHERE: Addresses = { email: '', wecomUser: '', dingtalkUser: '', feishuUser: '' }

export function addressesOf(ctx: Ctx, row: PreferenceRow | undefined): Addresses {
  const text = row ? ctx.keys.open(row.brand_id, row.addresses_enc) : ''
  return text ? { ...NOWHERE, ...(JSON.parse(text) as Partial<Addresses>) } : NOWHERE
}

export function wishesOf(row: PreferenceRow | undefined): Wishes {
  if (!row) return { means: {}, quiet: true }
  return { means: row.means as Wishes['means'], quiet: row.quiet }
}
