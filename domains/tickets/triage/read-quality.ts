import type { JudgedField, TriageQuality } from '#contracts/language'
import type { Kind, Playbook } from '#contracts/playbook'
import { readAgreement } from '#domains/language'
import { categoryName, playbookInForce, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { numbersWithin } from './quality-data.ts'

/** How far the system's judgement and people's agree (T2), in the words of today's playbook; tickets are named only to whoever may open them. */
export function readQuality(ctx: Ctx, weeks: number): Promise<TriageQuality> {
  return ctx.transaction(async (tx) => {
    const [{ playbook }, agreement] = await Promise.all([playbookInForce(tx), readAgreement(tx, ctx, weeks)])
    const reach = scopeOf(ctx.actor, 'tickets.read')
    const ids = agreement.confusions.flatMap(({ ticketIds }) => ticketIds)
    const numbers = await numbersWithin(tx, reach, ids)
    const named = (field: JudgedField) =>
      agreement.by[field].map((row) => ({ ...row, name: nameOf(ctx, playbook, field, row.key) }))
    return {
      total: agreement.total,
      weeks: agreement.weeks,
      kinds: named('kind'),
      categories: named('category'),
      severities: named('severity'),
      confusions: agreement.confusions.map(({ field, said, meant, n, ticketIds }) => ({
        field,
        said: nameOf(ctx, playbook, field, said),
        meant: nameOf(ctx, playbook, field, meant),
        n,
        tickets: ticketIds.flatMap((id) => {
          const number = numbers.get(id)
          return number ? { id, number } : []
        }),
      })),
    }
  })
}

/** Severity 0 has no name in a playbook: praise, suggestions and questions have none. What the playbook no longer has keeps its key. */
function nameOf(ctx: Ctx, playbook: Playbook, field: JudgedField, key: string): string {
  if (field === 'kind') return say(playbook.kinds[key as Kind].name, ctx.locale)
  if (field === 'category') return categoryName(playbook, key, ctx.locale) || key
  const name = playbook.severity[Number(key) - 1]
  return name ? say(name, ctx.locale) : ''
}
