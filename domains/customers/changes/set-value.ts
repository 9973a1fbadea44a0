import type { CustomerValue } from '#contracts/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { lockHead, setFields } from '../file/set-fields.ts'

/** The caller has checked the permission and writes the audit entry. */
export async function setCustomerValue(tx: Tx, ctx: Ctx, id: string, value: CustomerValue): Promise<void> {
  const head = await lockHead(tx, id)
  if (head) await setFields(tx, ctx, head, { value }, { source: 'ticket' })
}
