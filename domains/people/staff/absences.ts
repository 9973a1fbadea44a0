import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Absence, SaveAbsence } from '#contracts/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { peopleErrors } from '../errors.ts'
import { deleteAbsence, insertAbsence, readAbsences } from './absence-data.ts'
import { findActiveName, readStaff, type StoredStaff, worksIn } from './staff-data.ts'

type AbsenceView = z.infer<typeof Absence>

/** The person's absences, latest first. Errors: people.staffNotFound outside the scope. */
export function listAbsences(ctx: Ctx, staffId: string): Promise<AbsenceView[]> {
  return ctx.transaction(async (tx) => {
    await visiblePerson(tx, ctx, staffId)
    return (await readAbsences(tx, staffId)).map((row) => ({
      id: row.id,
      from: row.from_at.toISOString(),
      to: row.to_at.toISOString(),
      reason: row.reason,
      deputyId: row.deputy_id,
      deputyName: row.deputy_name ?? '',
    }))
  })
}

/** Errors: people.staffNotFound, people.absenceBackwards, people.deputyUnknown (nobody who can sign in, or the absent person). */
export function addAbsence(
  ctx: Ctx,
  staffId: string,
  input: z.infer<typeof SaveAbsence>,
): Promise<AbsenceView> {
  return ctx.transaction(async (tx) => {
    const person = await visiblePerson(tx, ctx, staffId)
    if (Date.parse(input.to) <= Date.parse(input.from)) throw peopleErrors.absenceBackwards({}, 'to')
    const deputy = input.deputyId ? await nameOfDeputy(tx, staffId, input.deputyId) : ''
    const id = uuidv7()
    await insertAbsence(tx, {
      brand_id: ctx.actor.brandId,
      id,
      staff_id: staffId,
      from_at: new Date(input.from),
      to_at: new Date(input.to),
      reason: input.reason,
      deputy_id: input.deputyId,
    })
    await note(tx, ctx, 'people.addAbsence', person, { from: input.from, to: input.to, deputy })
    return { id, ...input, deputyName: deputy }
  })
}

async function nameOfDeputy(tx: Tx, staffId: string, deputyId: string): Promise<string> {
  const deputy = deputyId === staffId ? undefined : await findActiveName(tx, deputyId)
  if (!deputy) throw peopleErrors.deputyUnknown({}, 'deputyId')
  return deputy
}

/** Errors: people.staffNotFound, people.absenceNotFound. */
export async function removeAbsence(ctx: Ctx, staffId: string, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const person = await visiblePerson(tx, ctx, staffId)
    if (!(await deleteAbsence(tx, staffId, id))) throw peopleErrors.absenceNotFound()
    await note(tx, ctx, 'people.removeAbsence', person, {})
  })
}

async function visiblePerson(tx: Tx, ctx: Ctx, staffId: string): Promise<StoredStaff> {
  const scope = scopeOf(ctx.actor, 'people.manageAbsences')
  const person = await readStaff(tx, staffId, worksIn(scope), ctx.now())
  if (!person) throw peopleErrors.staffNotFound()
  return person
}

async function note(
  tx: Tx,
  ctx: Ctx,
  action: string,
  person: StoredStaff,
  data: Record<string, unknown>,
): Promise<void> {
  await audit(tx, ctx, { action, subjectKind: 'staff', subjectId: person.id, subject: person.name, data })
}
