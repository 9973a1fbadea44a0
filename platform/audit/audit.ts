import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '../context.ts'
import type { Tx } from '../db/database.ts'

export type AuditFact = {
  /** `room.verb`, for example `tickets.assign`. */
  action: string
  subjectKind: string
  subjectId: string
  /** What a person would call it: a ticket number, a name of staff. Never a customer's personal data. */
  subject?: string
  data?: Record<string, unknown>
}

export type AuditRow = {
  brand_id: string
  id: string
  at: Date
  actor_kind: string
  actor_id: string | null
  actor: string
  action: string
  subject_kind: string
  subject_id: string
  subject: string
  data: string
}

/** Records who did what, in the transaction of the deed: neither exists without the other. */
export async function audit(tx: Tx, ctx: Ctx, ...facts: AuditFact[]): Promise<void> {
  if (!facts.length) return
  await tx
    .insertInto('platform.audit_entry')
    .values(facts.map((fact) => auditRow(ctx, fact)))
    .execute()
}

export function auditRow(ctx: Ctx, fact: AuditFact): AuditRow {
  const { actor } = ctx
  return {
    brand_id: actor.brandId,
    id: uuidv7(),
    at: ctx.now(),
    actor_kind: actor.kind,
    actor_id: actor.kind === 'staff' ? actor.staffId : actor.kind === 'api_key' ? actor.keyId : null,
    actor: actor.kind === 'staff' || actor.kind === 'api_key' ? actor.name : '',
    action: fact.action,
    subject_kind: fact.subjectKind,
    subject_id: fact.subjectId,
    subject: fact.subject ?? '',
    data: JSON.stringify(fact.data ?? {}),
  }
}
