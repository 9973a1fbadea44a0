import { z } from 'zod'
import { Cursor, Id, Instant } from './kit.ts'

export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  subject: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Place in the hash chain; null for the second or two before it is linked. */
  link: z.int().nullable(),
})
export const AuditQuery = z.strictObject({
  cursor: Cursor.optional(),
  action: z.string().max(60).optional(),
  subjectId: z.string().max(80).optional(),
  actorId: Id.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
})
export const AuditPage = z.object({ entries: z.array(AuditEntry), next: Cursor.nullable() })
export const AuditVerification = z.object({
  ok: z.boolean(),
  entries: z.int(),
  unlinked: z.int(),
  head: z.string(),
  broken: z.array(z.object({ link: z.int(), entryId: z.string(), problem: z.string() })),
})
