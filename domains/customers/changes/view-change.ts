import type { ChangeField, CustomerChange } from '#contracts/customers/file'
import type { Ctx } from '#platform/context'
import { areaOf } from '../addresses/read-address.ts'
import { maskName, readContact } from '../identify/contact.ts'
import type { ChangeRow } from './change-data.ts'

/** A line of the history as everybody sees it: names, numbers and addresses masked, also those of long ago. */
export function viewChange(ctx: Ctx, row: ChangeRow): CustomerChange {
  const field = row.field as ChangeField
  const said = (sealed: Buffer | null) => maskSaid(field, ctx.keys.open(ctx.actor.brandId, sealed))
  return {
    id: row.id,
    field,
    before: said(row.before_enc),
    after: said(row.after_enc),
    by: row.by_name,
    byKind: row.by_kind as CustomerChange['byKind'],
    reason: row.reason,
    source: row.source as CustomerChange['source'],
    state: row.state as CustomerChange['state'],
    at: row.at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
  }
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

function maskSaid(field: ChangeField, text: string): string {
  if (!text) return ''
  if (field === 'name') return maskName(text)
  if (field === 'phone' || field === 'email') return readContact(text).masked
  if (field === 'address') return ID.test(text) ? '' : areaOf(text)
  if (field === 'birthday') return text.replace(/\d{4}-/, '')
  return text
}
