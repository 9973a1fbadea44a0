import type { IdentityKind } from '#contracts/customers'
import type { Locale } from '#contracts/kit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { contactRows } from './contacts-data.ts'

/** Whom a message of the brand may go to. */
export type CustomerContacts = {
  /** The head of the file. */
  id: string
  /** Masked. */
  name: string
  locale: Locale
  /** In the clear, of everybody in the file. */
  identities: { kind: IdentityKind; value: string }[]
  /** In the clear, the best proven one; empty: not known. */
  phone: string
  /** The customer does not want to be written to about the service; marketing and the like are other matters. */
  declined: boolean
}

/** Shape: by head of file; what is no head is left out. */
export async function contactsOf(
  tx: Tx,
  ctx: Ctx,
  headIds: readonly string[],
): Promise<Map<string, CustomerContacts>> {
  const rows = await contactRows(tx, headIds)
  return new Map(
    rows.map((row) => {
      const identities = row.identities.map(({ kind, value }) => ({
        kind: kind as IdentityKind,
        value: ctx.keys.open(ctx.actor.brandId, Buffer.from(value, 'hex')),
      }))
      return [
        row.id,
        {
          id: row.id,
          name: row.name_masked,
          locale: (row.language ?? 'zh-CN') as Locale,
          identities,
          phone: identities.find((i) => i.kind === 'phone')?.value ?? '',
          declined: row.declined,
        },
      ]
    }),
  )
}
