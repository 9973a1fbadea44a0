import type { z } from 'zod'
import { ticketChanged } from '#contracts/tickets'
import type { TagList } from '#contracts/tickets/links'
import type { Ctx } from '#platform/context'
import { atDesk, type Desk } from '../handling/desk.ts'
import { addFact, record, tell } from '../handling/desk-moves.ts'
import { usedTags } from './links-data.ts'

/** Replaces the tags of a ticket. Nothing changes what is already so; it does not count as news to its readers. */
export function tagTicket(ctx: Ctx, id: string, wanted: readonly string[]): Promise<void> {
  return atDesk(ctx, id, 'tickets.tag', async (desk) => tagAt(desk, wanted))
}

/** The same on a desk that is open: one ticket among many. */
export function tagAt(desk: Desk, wanted: readonly string[]): void {
  const tags = distinct(wanted)
  const { tags: before } = desk.ticket
  const added = tags.filter((tag) => !before.includes(tag))
  const removed = before.filter((tag) => !tags.includes(tag))
  desk.ticket.tags = tags
  if (!added.length && !removed.length) return
  addFact(desk, 'tagged', { added, removed })
  record(desk, 'tickets.tag', { added, removed })
  tell(desk, ticketChanged)
}

/** The same tag once, however it is written: full-width, capitals, doubled spaces. The first writing counts. */
export function distinct(tags: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const tag of tags) {
    const plain = tag.normalize('NFKC').replace(/\s+/g, ' ').trim()
    const key = plain.toLowerCase()
    if (plain && !known.has(key)) known.set(key, plain)
  }
  return [...known.values()]
}

const SUGGESTED = 20

export function suggestTags(ctx: Ctx, part: string): Promise<z.infer<typeof TagList>> {
  return ctx.transaction((tx) => usedTags(tx, part, SUGGESTED))
}
