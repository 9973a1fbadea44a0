import type { Ctx } from '#platform/context'
import { ringAffected } from '../affected/sweep-affected.ts'
import { ringSteps } from '../checklist/sweep-steps.ts'
import { ringCalls } from '../people/sweep-calls.ts'
import { ringSeals } from '../seal/sweep-seals.ts'
import { openIncidentDesk, saveIncidentDesk } from './change-room.ts'

/** Lets ring in one room, and in no other, what the sweeps would have rung by the time of `ctx`: for a past that is told. */
export function ringRoom(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const desk = await openIncidentDesk(ctx, tx, id)
    if (!desk) return
    await ringCalls(desk)
    await ringSteps(desk)
    await ringSeals(desk)
    await ringAffected(desk)
    await saveIncidentDesk(desk)
  })
}
