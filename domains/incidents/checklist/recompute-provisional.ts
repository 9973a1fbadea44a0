import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { stepsOf } from '../desk/desk-data.ts'
import { addFact } from '../desk/moves.ts'
import { dueBy, recount } from './regrade.ts'
import { provisionalRooms, saveSteps } from './step-data.ts'

/** A year's holidays have been published: steps whose day had been guessed are counted again. Repeating it changes nothing. */
export async function recomputeProvisional(ctx: Ctx): Promise<void> {
  let after: string | null = null
  for (;;) {
    const ids: string[] = await ctx.transaction((tx) => provisionalRooms(tx, after))
    for (const id of ids) await ctx.transaction((tx) => recountRoom(ctx, tx, id))
    after = ids.at(-1) ?? null
    if (!after) return
  }
}

async function recountRoom(ctx: Ctx, tx: Tx, id: string): Promise<void> {
  const desk = await openIncidentDesk(ctx, tx, id)
  if (!desk || desk.incident.status === 'closed') return
  const steps = (await stepsOf(tx, id)).filter((step) => step.provisional)
  const moved = recount(desk, steps, await dueBy(desk))
  if (!moved.length) return
  await saveSteps(tx, moved)
  addFact(desk, 'recounted', { moved: moved.map((s) => s.key) })
  await saveIncidentDesk(desk)
}
