import { type Ctx, staffOf } from '#platform/context'
import { incidentErrors } from '../errors.ts'

type Copy = { incidentId: string; staffId: string; clear: boolean }

/** What a copy of the record says of itself when it is printed: which room, whose, and whether the sheet was readable. Only we can write or read it. */
export function markCopy(ctx: Ctx, incidentId: string, clear: boolean): string {
  const { staffId, brandId } = staffOf(ctx)
  const copy: Copy = { incidentId, staffId, clear }
  return ctx.keys.seal(brandId, JSON.stringify(copy))!.toString('base64url')
}

/** Whether this copy was in the clear. Errors: incidents.copyUnknown when it is none of this room and this reader. */
export function wasClear(ctx: Ctx, incidentId: string, mark: string): boolean {
  const copy = read(ctx, mark)
  if (copy?.incidentId !== incidentId || copy.staffId !== staffOf(ctx).staffId)
    throw incidentErrors.copyUnknown()
  return copy.clear
}

function read(ctx: Ctx, mark: string): Copy | undefined {
  try {
    return JSON.parse(ctx.keys.open(staffOf(ctx).brandId, Buffer.from(mark, 'base64url')))
  } catch {
    // Not written by us.
    return undefined
  }
}
