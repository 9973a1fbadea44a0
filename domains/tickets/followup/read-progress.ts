import type { z } from 'zod'
import type { AttachmentView } from '#contracts/channels'
import type { Locale } from '#contracts/kit'
import type { Progress, Step, TicketStatus } from '#contracts/tickets'
import { customerContext, markRead, photoViews } from '#domains/channels'
import { findBrandName, loadRoster } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { ticketErrors } from '../errors.ts'
import { findTicket, loadClocks, type TicketRow } from '../handling/desk-data.ts'
import { STEP_OF } from '../lifecycle.ts'
import { familyOf } from '../links/links-data.ts'
import { questionOf } from '../revisits/question.ts'
import { revisitsOf } from '../revisits/revisit-data.ts'
import { type Line, timeline } from './progress-data.ts'
import { findByToken, OWN_TICKET } from './progress-door.ts'

type ProgressView = z.infer<typeof Progress>
type PlaybookOf = Awaited<ReturnType<typeof playbookVersion>>['playbook']
const DAY_MS = 86_400_000

const STATE: Record<TicketStatus, ProgressView['state']> = {
  new: 'received',
  triaged: 'received',
  assigned: 'received',
  reopened: 'handling',
  in_progress: 'handling',
  waiting_customer: 'waiting_you',
  proposed: 'proposed',
  resolved: 'resolved',
  closed: 'closed',
  merged: 'closed',
  set_aside: 'closed',
}

/** I6: what happened, who is responsible (role, not name), what comes next and when. Opening it marks our messages as read. */
export async function readProgress(outer: Ctx, token: string, locale: Locale): Promise<ProgressView> {
  const { brandId, ticketId } = await findByToken(outer, token)
  const ctx = customerContext(outer, brandId, locale, outer.requestId)
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, OWN_TICKET, ticketId)
    if (!ticket) throw ticketErrors.notFound()
    const family = await familyOf(tx, ticketId)
    const others = family.filter((other) => other.id !== ticketId)
    for (const { id } of family) await markRead(tx, id, ctx.now())
    const [{ playbook }, entries, clocks, brand, roster, visits] = await Promise.all([
      playbookVersion(tx, ticket.playbook_version_id),
      timeline(
        tx,
        ticketId,
        others.map((other) => other.id),
      ),
      loadClocks(tx, ticketId),
      findBrandName(tx),
      loadRoster(tx, ctx.now()),
      revisitsOf(tx, ticketId),
    ])
    const photos = await photoViews(
      tx,
      ctx,
      entries.flatMap((e) => e.photos),
      `/api/public/progress/${token}/photos`,
    )
    const status = ticket.status as TicketStatus
    const role = roleName(playbook, ticket.team, locale)
    const promisedAt = (ticket.fields as { promisedAt?: string }).promisedAt
    const running = clocks.filter(
      (c) => c.cycle === ticket.cycle && (c.state === 'active' || c.state === 'breached'),
    )
    const next = running.find((c) => c.metric === 'respond') ?? running.find((c) => c.metric === 'resolve')
    return {
      number: `HY-${ticket.number}`,
      alsoNumbers: others.map((other) => `HY-${other.number}`),
      brand,
      shop: roster.shops.find((s) => s.id === ticket.shop_id)?.name ?? '',
      title: ticket.title,
      state: STATE[status],
      steps: steps(ticket, entries, role, locale),
      responsible: role,
      expectedAt: expected(status, promisedAt, next?.due_at ?? null, ctx.now()),
      messages: entries
        .filter((e) => e.kind === 'message_in' || e.kind === 'message_out')
        .map((e) => ({
          id: e.id,
          at: e.at.toISOString(),
          from: e.kind === 'message_in' ? ('you' as const) : ('us' as const),
          role: e.kind === 'message_out' ? roleName(playbook, e.role || ticket.team, locale) : '',
          text: e.text,
          photos: e.photos
            .map((id) => photos.get(id))
            .filter((p): p is z.infer<typeof AttachmentView> => Boolean(p)),
        })),
      proposal:
        status === 'proposed' && ticket.proposal
          ? {
              ...(ticket.proposal as { text: string; at: string }),
              closesAt: ticket.closes_at?.toISOString() ?? null,
            }
          : null,
      rejectReasons: playbook.closing.rejectReasons.map((r) => ({ key: r.key, label: say(r.label, locale) })),
      ratingReasons: playbook.closing.ratingReasons.map((r) => ({ key: r.key, label: say(r.label, locale) })),
      rating: ticket.rating
        ? {
            stars: (ticket.rating as { stars: number }).stars,
            words: (ticket.rating as { words?: string }).words ?? '',
          }
        : null,
      revisit: questionOf(ticket, visits),
      can: allowed(ticket, status, playbook, ctx.now()),
    }
  })
}

function expected(
  status: TicketStatus,
  promisedAt: string | undefined,
  due: Date | null,
  now: Date,
): string | null {
  if (['proposed', 'resolved', 'closed', 'merged', 'set_aside', 'waiting_customer'].includes(status))
    return null
  if (promisedAt && Date.parse(promisedAt) > now.getTime()) return promisedAt
  return due?.toISOString() ?? null
}

export function allowed(
  ticket: TicketRow,
  status: TicketStatus,
  playbook: PlaybookOf,
  now: Date,
): ProgressView['can'] {
  if (status === 'merged') return []
  if (status === 'set_aside') return ['message']
  const can: ProgressView['can'] = ['message']
  if (status === 'proposed') can.push('answer')
  if ((status === 'resolved' || status === 'closed') && !ticket.rating) can.push('rate')
  const since = ticket.closed_at ?? now
  if (
    status === 'resolved' ||
    (status === 'closed' && now.getTime() - since.getTime() <= playbook.closing.reopenDays * DAY_MS)
  )
    can.push('reopen')
  return can
}

function roleName(playbook: PlaybookOf, team: string, locale: Locale): string {
  const found = playbook.teams.find((t) => t.key === team)
  return found ? say(found.publicName, locale) : ''
}

const ORDER: Step[] = ['collect', 'classify', 'assign', 'handle', 'confirm', 'revisit']

function steps(ticket: TicketRow, entries: Line[], team: string, locale: Locale): ProgressView['steps'] {
  const now =
    ticket.status === 'closed' ? ORDER.length : ORDER.indexOf(STEP_OF[ticket.status as TicketStatus])
  const at: Partial<Record<Step, Date>> = {
    collect: ticket.opened_at,
    classify: ticket.opened_at,
    assign: entries.find((e) => e.fact === 'assigned' || e.fact === 'opened')?.at,
    handle: entries.find((e) => e.kind === 'message_out')?.at,
    confirm: entries.findLast(
      (e) => e.fact === 'accepted' || (e.fact === 'status' && e.data.to === 'proposed'),
    )?.at,
    revisit: ticket.closed_at ?? undefined,
  }
  return ORDER.map((key, i) => ({
    key,
    at: i <= now ? (at[key]?.toISOString() ?? null) : null,
    state: i < now ? 'done' : i === now ? 'now' : 'todo',
    text: sentence(locale, 'server', `step.${key}`, { team }),
  }))
}
