import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { maskName, readContact } from './contact.ts'
import { claimIdentities, insertNamed, type NewIdentity } from './customer-data.ts'

export type Sender = { contact?: string | undefined; name?: string | undefined }
export type Identified = { customerId: string | null; name: string; fullName: string }

/**
 * Attributes each sender to a customer (I3): by phone or e-mail to the one who has it, a bare name to a new file, nothing to nobody.
 * Shape: same order and length as `senders`; `name` is what staff see (masked); `fullName` as given now or on file, never to be stored in the clear.
 */
export async function identifyCustomers(tx: Tx, ctx: Ctx, senders: Sender[]): Promise<Identified[]> {
  const { brandId } = ctx.actor
  const at = ctx.now()
  const rows = new Map<string, NewIdentity>()
  const named: Parameters<typeof insertNamed>[1] = []
  const plans = senders.map((sender) => {
    const name = maskName(sender.name ?? '')
    if (!sender.contact) {
      if (!sender.name) return { name: '', fullName: '', customerId: null, index: null }
      const id = uuidv7()
      named.push({
        brand_id: brandId,
        id,
        name_enc: ctx.keys.seal(brandId, sender.name),
        name_masked: name,
        created_at: at,
      })
      return { name, fullName: sender.name, customerId: id, index: null }
    }
    const identity = readContact(sender.contact)
    const index = ctx.keys.blindIndex(brandId, identity.kind, identity.value).toString('hex')
    if (!rows.has(index)) {
      rows.set(index, {
        customer_id: uuidv7(),
        identity_id: uuidv7(),
        kind: identity.kind,
        value_index: index,
        value_enc: hex(ctx.keys.seal(brandId, identity.value)) ?? '',
        masked: identity.masked,
        name_enc: hex(ctx.keys.seal(brandId, sender.name ?? '')),
        name_masked: name,
      })
    }
    return { name: name || identity.masked, fullName: sender.name ?? '', customerId: null, index }
  })
  await insertNamed(tx, named)
  const sorted = [...rows.values()].sort((a, b) => (a.value_index < b.value_index ? -1 : 1))
  const found = sorted.length ? await claimIdentities(tx, brandId, at, sorted) : new Map<string, never>()
  return plans.map((p) => {
    const known = p.index ? found.get(p.index) : undefined
    return {
      name: p.name,
      fullName: p.fullName || ctx.keys.open(brandId, known?.name_enc ?? null),
      customerId: known?.customer_id ?? p.customerId,
    }
  })
}

function hex(bytes: Buffer | null): string | null {
  return bytes ? bytes.toString('hex') : null
}
