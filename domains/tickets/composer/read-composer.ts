import type { ComposerState, Draft, Held } from '#contracts/tickets/composer'
import { photoViews } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import { sentence } from '#platform/locale'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket } from '../handling/desk-data.ts'
import { draftsOf, heldOn, latestOutgoing } from './composer-data.ts'
import { allGaps } from './gaps.ts'
import { othersOn } from './presence.ts'

const BASE = '/api/attachments'

/** Drafts, held messages, who else is here and what was said last: what the composer of one ticket shows. Errors: tickets.notFound. */
export function readComposer(
  ctx: Ctx,
  ticketId: string,
  reach = scopeOf(ctx.actor, 'tickets.read'),
): Promise<ComposerState> {
  const { staffId } = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    if (!(await findTicket(tx, reach, ticketId))) throw ticketErrors.notFound()
    const [drafts, held, latest, presence] = await Promise.all([
      draftsOf(tx, staffId, ticketId),
      heldOn(tx, ticketId),
      latestOutgoing(tx, ticketId),
      othersOn(tx, ctx, ticketId),
    ])
    const shown = held.filter((h) => !h.problem || h.staff_id === staffId)
    const bodies = shown.map((h) => h.body as { text: string; photos?: string[] })
    const photos = await photoViews(
      tx,
      ctx,
      [...drafts.flatMap((d) => d.photos), ...bodies.flatMap((b) => b.photos ?? [])],
      BASE,
    )
    const viewsOf = (ids: string[] = []) => ids.flatMap((id) => photos.get(id) ?? [])
    const other = latest.find((m) => m.staff_id !== staffId)
    return {
      now: ctx.now().toISOString(),
      presence,
      drafts: drafts.map((d) => ({
        ...d.more,
        mode: d.mode as Draft['mode'],
        text: d.text,
        photos: viewsOf(d.photos),
        updatedAt: d.updated_at.toISOString(),
      })),
      held: shown.map((h, index) => ({
        id: h.id,
        mode: h.mode as Held['mode'],
        by: h.by_name,
        mine: h.staff_id === staffId,
        text: bodies[index]!.text,
        photos: viewsOf(bodies[index]!.photos),
        sendAt: h.send_at.toISOString(),
        problem: h.problem
          ? sentence(ctx.locale, 'errors', h.problem, h.problem_data as Record<string, unknown>)
          : '',
      })),
      newest: latest[0]?.id ?? null,
      other: other
        ? {
            id: other.id,
            by: other.by_name,
            at: other.at.toISOString(),
            text: other.text,
            held: other.held,
          }
        : null,
      gaps: [...allGaps()],
    }
  })
}
