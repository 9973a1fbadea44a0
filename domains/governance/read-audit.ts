import type { z } from 'zod'
import type { AuditEntry, AuditPage, AuditQuery, AuditVerification } from '#contracts/governance'
import { Id } from '#contracts/kit'
import { verifyAudit } from '#platform/audit/chain'
import type { Ctx } from '#platform/context'
import { httpErrors } from '#platform/errors'
import { scopeOf } from '#platform/permissions'
import { readEntries } from './audit-data.ts'

const PAGE = 50

/** One page of the brand's trail, newest first. Errors: http.badInput for a cursor that is not ours. */
export function readAudit(ctx: Ctx, query: z.infer<typeof AuditQuery>): Promise<z.infer<typeof AuditPage>> {
  needWholeBrand(ctx, 'governance.readAudit')
  const { cursor, from, to, ...plain } = query
  const filter = {
    ...plain,
    before: cursor ? readCursor(cursor) : undefined,
    from: from ? new Date(from) : undefined,
    to: to ? new Date(to) : undefined,
  }
  return ctx.reading(async (tx) => {
    const rows = await readEntries(tx, filter, PAGE + 1)
    const shown = rows.slice(0, PAGE)
    return {
      entries: shown.map(viewEntry),
      next: rows.length > PAGE ? makeCursor(shown[PAGE - 1]!.id) : null,
    }
  })
}

/** Works the brand's chain out again, link by link. */
export function readVerification(ctx: Ctx): Promise<z.infer<typeof AuditVerification>> {
  needWholeBrand(ctx, 'governance.verifyAudit')
  return ctx.transaction((tx) => verifyAudit(tx, ctx.keys))
}

function viewEntry(row: Awaited<ReturnType<typeof readEntries>>[number]): z.infer<typeof AuditEntry> {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subject: row.subject,
    data: row.data as Record<string, unknown>,
    link: row.seq,
  }
}

/** An administrator of single shops does not read the brand's trail. */
function needWholeBrand(ctx: Ctx, action: string): void {
  if (scopeOf(ctx.actor, action)?.shops !== 'all') throw httpErrors.notAllowed({ action })
}

function makeCursor(id: string): string {
  return Buffer.from(id).toString('base64url')
}

function readCursor(cursor: string): string {
  const id = Id.safeParse(Buffer.from(cursor, 'base64url').toString())
  if (!id.success) throw httpErrors.badInput({}, 'cursor')
  return id.data
}
