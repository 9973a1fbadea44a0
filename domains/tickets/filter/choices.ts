import type { z } from 'zod'
import type { FilterChoices } from '#contracts/tickets/inbox'
import { findRegions, loadRoster } from '#domains/people'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { usedTags } from '../links/links-data.ts'
import { canHandle } from '../routing/assign-ticket.ts'

const TAGS = 60

/** What a condition can be chosen from besides shops and the playbook: people and regions of the reader's reach by name, tags in use. */
export function filterChoices(ctx: Ctx): Promise<z.infer<typeof FilterChoices>> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'tickets.read')
    const shops = scope?.shops ?? []
    const roster = await loadRoster(tx, ctx.now())
    const within = (shopId: string) => shops === 'all' || shops.includes(shopId)
    const reached = roster.shops.filter((shop) => within(shop.id))
    const regionIds = new Set(reached.map((shop) => shop.regionId))
    const [regions, tags] = await Promise.all([findRegions(tx), usedTags(tx, '', TAGS)])
    return {
      people: roster.people
        .filter(
          (person) =>
            (shops === 'all' && canHandle(person, null)) ||
            reached.some((shop) => canHandle(person, shop.id)),
        )
        .map(({ id, name }) => ({ id, name })),
      regions: regions.filter((region) => regionIds.has(region.id)),
      tags: tags.map(({ tag }) => tag),
    }
  })
}
