import type { Tx } from '#platform/db/database'

export type AuditFilter = {
  /** Exclusive: entries written before this one. */
  before?: string | undefined
  action?: string | undefined
  subjectId?: string | undefined
  actorId?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
}

/** Newest first; an action that ends in a point asks for all of a room. */
export function readEntries(tx: Tx, filter: AuditFilter, limit: number) {
  const { before, action, subjectId, actorId, from, to } = filter
  let query = tx
    .selectFrom('platform.audit_entry as e')
    .leftJoin('platform.audit_link as l', (j) =>
      j.onRef('l.brand_id', '=', 'e.brand_id').onRef('l.entry_id', '=', 'e.id'),
    )
    .select([
      'e.id',
      'e.at',
      'e.actor',
      'e.action',
      'e.subject_kind',
      'e.subject_id',
      'e.subject',
      'e.data',
      'l.seq',
    ])
  if (before) query = query.where('e.id', '<', before)
  if (action) query = query.where('e.action', action.endsWith('.') ? 'like' : '=', pattern(action))
  if (subjectId) query = query.where('e.subject_id', '=', subjectId)
  if (actorId) query = query.where('e.actor_id', '=', actorId)
  if (from) query = query.where('e.at', '>=', from)
  if (to) query = query.where('e.at', '<', to)
  return query.orderBy('e.id', 'desc').limit(limit).execute()
}

function pattern(action: string): string {
  return action.endsWith('.') ? `${action.replace(/[\\%_]/g, '\\$&')}%` : action
}
