import type { z } from 'zod'
import type { MergeFile, MergePair } from '#contracts/customers/merge'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { customerErrors } from '../errors.ts'
import { viewFile } from '../file/read-file.ts'
import { contactsOf } from '../file/view-customer.ts'
import { findVisible } from '../file/visible-data.ts'

/** Two files side by side, masked, for whoever is about to merge them. Errors: customers.notFound, customers.sameFile. */
export function compareFiles(ctx: Ctx, id: string, otherId: string): Promise<z.infer<typeof MergePair>> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'customers.merge')
    const one = await findVisible(tx, scope, id)
    const other = await findVisible(tx, scope, otherId)
    if (!one || !other) throw customerErrors.notFound()
    if (one.id === other.id) throw customerErrors.sameFile()
    const view = async (head: typeof one): Promise<MergeFile> => {
      const file = await viewFile(tx, ctx, head)
      return {
        id: file.id,
        number: file.number,
        name: file.name,
        contact: contactsOf(file.identities),
        identities: file.identities.map((i) => i.masked),
        value: file.value,
        birthday: file.birthday,
        birthdayLunar: file.birthdayLunar,
        language: file.language,
        tags: file.tags,
        address: file.addresses.find((a) => a.id === file.addressId)?.area ?? null,
        addresses: file.addresses.map((a) => a.area),
        taboos: file.traits.filter((t) => t.loud).map(({ kind, value }) => ({ kind, value })),
        facts: file.facts,
        createdAt: file.createdAt,
      }
    }
    return { one: await view(one), other: await view(other) }
  })
}
