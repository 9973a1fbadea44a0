import type { Ctx } from '#platform/context'
import { openDesk, saveDesk } from '../handling/desk.ts'
import { openTicketsOf } from '../handling/desk-data.ts'
import { giveTo, pickFor } from './assign-ticket.ts'

const AT_ONCE = 100

/** Nothing stays with a leaver: every open ticket goes to the next fitting person present. Repeating it finds none left. */
export async function handOverFrom(ctx: Ctx, staffId: string): Promise<void> {
  for (let round = 0; round < 1000; round++) {
    const rows = await ctx.transaction((tx) => openTicketsOf(tx, staffId, AT_ONCE))
    for (const { id } of rows) {
      await ctx.transaction(async (tx) => {
        const desk = await openDesk(ctx, tx, id, { shops: 'all', own: false, staffId: null })
        if (!desk || desk.ticket.assignee_id !== staffId) return
        const rule = desk.playbook.playbook.responsibility[desk.ticket.rule_index]!
        const picked = await pickFor(desk, [rule.role, ...rule.chain], [staffId])
        if (picked) giveTo(desk, picked.person, { leaver: true })
        else desk.ticket.assignee_id = null
        await saveDesk(desk)
      })
    }
    if (rows.length < AT_ONCE) return
  }
}
