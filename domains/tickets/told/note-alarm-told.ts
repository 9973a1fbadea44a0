import { ticketChanged } from '#contracts/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { OWN_TICKET } from '../followup/progress-door.ts'
import { openDesk, saveDesk } from '../handling/desk.ts'
import { addFact, tell } from '../handling/desk-moves.ts'

/** Names by the means that reached them; those whom nothing has reached so far. */
export type AlarmTold = { level: number; by: Record<string, string[]>; missed: string[] }

/** T3: one line in the timeline for each round of an alarm: who was told by which means. */
export async function noteAlarmTold(ctx: Ctx, tx: Tx, ticketId: string, told: AlarmTold): Promise<void> {
  const desk = await openDesk(ctx, tx, ticketId, OWN_TICKET)
  if (!desk) return
  addFact(desk, Object.keys(told.by).length ? 'alarm_told' : 'alarm_untold', told)
  tell(desk, ticketChanged)
  await saveDesk(desk)
}
