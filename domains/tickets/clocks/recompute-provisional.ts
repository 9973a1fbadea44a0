import type { Ctx } from '#platform/context'
import { openDesk, saveDesk } from '../handling/desk.ts'
import { provisionalAfter } from './clock-data.ts'
import { repause } from './ticket-clocks.ts'

const AT_ONCE = 200

/** A year's holidays have been published: due instants that had guessed at them are worked out again. Repeating it changes nothing. */
export async function recomputeProvisional(ctx: Ctx): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await ctx.transaction((tx) => provisionalAfter(tx, after, AT_ONCE))
    for (const { ticket_id } of rows) {
      await ctx.transaction(async (tx) => {
        const desk = await openDesk(ctx, tx, ticket_id, { shops: 'all', own: false, staffId: null })
        if (!desk) return
        const rules = desk.rules()
        desk.clocks = desk.clocks.map((c) =>
          c.provisional && c.cycle === desk.ticket.cycle ? repause(c, rules, desk.pauses) : c,
        )
        await saveDesk(desk)
      })
    }
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.ticket_id
  }
}
