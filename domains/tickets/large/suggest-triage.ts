import { z } from 'zod'
import { Kind, type Playbook } from '#contracts/playbook'
import { ticketChanged } from '#contracts/tickets'
import { askLarge, largeUses } from '#domains/language'
import { say } from '#domains/playbook'
import { type Ctx, type Services, systemContext } from '#platform/context'
import { eventRow, publish } from '#platform/events/publish'
import { allBrands } from '#platform/jobs/worker'
import type { Scope } from '#platform/permissions'
import { aboutTicket } from './about-ticket.ts'
import { claimAsking, noteSuggestion, unclaimAsking, unsureSince } from './told-data.ts'

const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }
const WITHIN_MS = 30 * 60_000
const AT_ONCE = 5
const EVERY_MS = 5000
const lastRun = new WeakMap<object, number>()

/**
 * Where the judgement is unsure, a connected large model is asked too; its word stands beside the judgement until a person decides.
 * Shape: a suggestion never changes a ticket, its priority or its people; what it says of another ticket or asks for has no effect.
 */
export async function sweepSuggestions(services: Services): Promise<number> {
  const now = services.now().getTime()
  if (Math.abs(now - (lastRun.get(services.db) ?? Number.NEGATIVE_INFINITY)) < EVERY_MS) return 0
  lastRun.set(services.db, now)
  let asked = 0
  for (const brandId of await allBrands(services)) {
    const ctx = systemContext(services, brandId)
    if (!(await largeUses(ctx)).includes('triage')) continue
    const ids = await ctx.transaction((tx) => unsureSince(tx, new Date(now - WITHIN_MS), AT_ONCE))
    for (const id of ids)
      try {
        if (await suggestFor(ctx, id)) asked += 1
      } catch (error) {
        services.log.error({ err: error, ticket: id }, 'no suggestion could be asked for; others can')
      }
  }
  return asked
}

async function suggestFor(ctx: Ctx, id: string): Promise<boolean> {
  const { ticket, playbook, told, audited } = await aboutTicket(ctx, id, EVERYTHING)
  const choices = categoriesOf(playbook)
  if (!(await ctx.transaction((tx) => claimAsking(tx, id)))) return false
  const answer = await askLarge(ctx, 'triage', audited, {
    system: promptFor(choices),
    data: { messages: told.messages.filter(({ from }) => from === 'customer'), shop: told.shop },
    answer: z.object({
      kind: Kind,
      categories: z
        .array(z.enum(choices.map(({ key }) => key)))
        .min(1)
        .max(3),
      severity: z.int().min(1).max(4),
    }),
  })
  if (!answer.ok && answer.problem === 'resting') {
    await ctx.transaction((tx) => unclaimAsking(tx, id))
    return false
  }
  return ctx.transaction(async (tx) => {
    const noted = await noteSuggestion(tx, id, answer.ok ? answer.value : null)
    if (noted && answer.ok)
      await publish(
        tx,
        ctx,
        eventRow(ticketChanged, { ticketId: id }, { ticketId: id, shopId: ticket.shop_id }),
      )
    return noted
  })
}

const categoriesOf = (playbook: Playbook) =>
  playbook.categories.flatMap(({ key, name, children }) =>
    children.map((child) => ({
      key: `${key}.${child.key}`,
      name: `${say(name, 'zh-CN')} › ${say(child.name, 'zh-CN')}`,
    })),
  )

const promptFor = (choices: { key: string; name: string }[]) =>
  `判断一条顾客反馈。kind 取其一：emergency（人身、食品安全、隐私、媒体或监管、火灾暴力）、complaint、suggestion、inquiry、praise。severity 1 到 4，越大越严重。categories 从下面选 1 到 3 个键，最主要的放前面：
${choices.map(({ key, name }) => `${key} ${name}`).join('\n')}
输出 {"kind": "…", "categories": ["…"], "severity": 1}。`
