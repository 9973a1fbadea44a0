import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { SaveSheet, SheetValue } from '#contracts/incidents'
import type { SheetField } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { atIncident } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { readsAll } from '../desk/reach.ts'
import { incidentErrors } from '../errors.ts'
import { earlierOf, insertEarlier, saveValues, valuesOf } from './sheet-data.ts'
import { MASK, viewSheet } from './view-sheet.ts'

/**
 * Fills in what the authority asks for; every value is stored encrypted. What it is written over is kept with who wrote it when; a value that comes
 * back as it was, or masked as it was shown, stays what it was.
 * Errors: incidents.fieldUnknown, incidents.valueWrong for what is no number, no instant or none of the choices.
 */
export function saveSheet(ctx: Ctx, id: string, { values }: z.infer<typeof SaveSheet>): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    const { incident, plan, tx, now } = desk
    const given = Object.entries(values).map(([key, value]) => {
      const field = plan.sheet.find((f) => f.key === key)
      if (!field) throw incidentErrors.fieldUnknown({ field: key }, `values.${key}`)
      return { field, value }
    })
    const named = given.filter(({ field, value }) => !(field.sensitive && value === MASK))
    for (const { field, value } of named)
      if (!fits(field, value))
        throw incidentErrors.valueWrong({ field: say(field.label, ctx.locale) }, `values.${field.key}`)
    const stored = new Map((await valuesOf(tx, id)).map((row) => [row.key, row]))
    const isOther = (key: string, value: string) =>
      ctx.keys.open(incident.brand_id, stored.get(key)?.value_enc ?? null) !== value
    // What nobody has written yet is somebody's word once it is saved, also as it stands.
    const changed = named.filter(
      ({ field: { key }, value }) => isOther(key, value) || stored.get(key)?.by_name === '',
    )
    if (!changed.length) return
    await insertEarlier(
      tx,
      changed.flatMap(({ field, value }) => {
        const row = stored.get(field.key)
        return row && isOther(field.key, value) ? [{ ...row, id: uuidv7() }] : []
      }),
    )
    await saveValues(
      tx,
      changed.map(({ field, value }) => ({
        brand_id: incident.brand_id,
        incident_id: id,
        key: field.key,
        value_enc: ctx.keys.seal(incident.brand_id, value),
        by_name: staffOf(ctx).name,
        at: now,
      })),
    )
    addFact(desk, 'sheet', { fields: changed.map(({ field }) => field.key) })
    record(desk, 'saveSheet', { fields: changed.map(({ field }) => field.key) })
  })
}

function fits(field: SheetField, value: string): boolean {
  if (!value) return true
  if (field.kind === 'number') return /^-?\d{1,12}([.]\d{1,4})?$/.test(value)
  if (field.kind === 'instant') return !Number.isNaN(Date.parse(value))
  if (field.kind === 'choice') return field.choices.some((c) => c.key === value)
  return true
}

/** The sheet in the clear, for a reason that the audit keeps; a closed room's too. Errors: incidents.notAllowed. */
export function revealSheet(ctx: Ctx, id: string, reason: string): Promise<z.infer<typeof SheetValue>[]> {
  return atIncident(
    ctx,
    id,
    'incidents.reveal',
    async (desk) => {
      record(desk, 'reveal', { reason })
      addFact(desk, 'revealed', {}, reason)
      const rows = { sheet: await valuesOf(desk.tx, id), earlier: await earlierOf(desk.tx, id) }
      const whole = readsAll(ctx.actor, desk) || scopeOf(ctx.actor, 'incidents.read')?.shops === 'all'
      return viewSheet(ctx, desk.plan, rows, ctx.locale, { whole, clear: true })
    },
    { closedToo: true },
  )
}
