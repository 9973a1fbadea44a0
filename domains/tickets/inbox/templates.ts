import { DateTime } from 'luxon'
import type { z } from 'zod'
import type { Locale } from '#contracts/kit'
import type { RenderedTemplate, TicketStatus } from '#contracts/tickets'
import { findBrandName, loadRoster } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { gapFor, type MAY_LACK } from '../composer/gaps.ts'
import { ticketErrors } from '../errors.ts'
import { findTicket, loadClocks } from '../handling/desk-data.ts'
import { fillTemplate } from '../handling/fill-template.ts'
import { sayTime } from '../intake/acknowledgement.ts'

const LOCALES: readonly Locale[] = ['zh-CN', 'zh-TW', 'en']
const NEVER_BY_HAND = new Set([
  'acknowledgement',
  'remind_confirm',
  'closed_silent',
  'compensation',
  'revisit_written',
  'revisit_call',
])
const FITS: Partial<Record<TicketStatus, string[]>> = {
  assigned: ['greeting', 'apology', 'ask_details', 'inquiry', 'praise', 'suggestion', 'emergency'],
  in_progress: ['plan', 'proposal', 'ask_details', 'inquiry'],
  proposed: ['closing'],
  resolved: ['closing'],
}

/** Reply templates in the customer's language, their variables filled or marked as gaps; those that fit kind and stage first. */
export function listTemplates(ctx: Ctx, id: string): Promise<z.infer<typeof RenderedTemplate>[]> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.reply'), id)
    if (!ticket) throw ticketErrors.notFound()
    const [{ playbook }, roster, clocks, brand] = await Promise.all([
      playbookVersion(tx, ticket.playbook_version_id),
      loadRoster(tx, ctx.now()),
      loadClocks(tx, id),
      findBrandName(tx),
    ])
    const locale = ticket.locale as Locale
    const team = playbook.teams.find((t) => t.key === ticket.team)
    const due = clocks.find((c) => c.metric === 'resolve' && c.cycle === ticket.cycle)?.due_at
    const later = DateTime.fromJSDate(ctx.now()).plus({ hours: 2 }).toJSDate()
    const lacking = (name: (typeof MAY_LACK)[number], value: string) => value || gapFor(name, ctx.locale)
    const masked = ticket.customer_name.includes('*')
    const values = {
      customer: lacking('customer', masked ? '' : ticket.customer_name),
      number: `HY-${ticket.number}`,
      shop: roster.shops.find((s) => s.id === ticket.shop_id)?.name ?? brand,
      brand,
      team: lacking('team', team ? say(team.publicName, locale) : ''),
      staff: staffOf(ctx).name,
      expected: sayTime(due && due > ctx.now() ? due : later, locale, roster.zone, ctx.now()),
      order: lacking('order', (ticket.fields as { orderNumber?: string }).orderNumber ?? ''),
      link: `${ctx.origin}/t/${ctx.keys.tokenFor('progress', ticket.id)}`,
    }
    return playbook.templates
      .filter((t) => !NEVER_BY_HAND.has(t.scenario))
      .map((t) => ({
        key: t.key,
        name: say(t.name, ctx.locale),
        scenario: t.scenario,
        tone: t.tone,
        text: fillTemplate(say(t.text, locale), values),
        words: [t.key, t.scenario, t.tone, ...LOCALES.map((l) => say(t.name, l))].join(' '),
        fits:
          (!t.kinds.length || t.kinds.some((k) => k === ticket.kind)) &&
          (FITS[ticket.status as TicketStatus]?.includes(t.scenario) ?? false),
      }))
      .sort((a, b) => Number(b.fits) - Number(a.fits))
  })
}
