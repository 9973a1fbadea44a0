import { DateTime } from 'luxon'
import type { Receipt } from '#contracts/channels'
import type { Locale } from '#contracts/kit'
import type { FieldKey, Playbook, Template } from '#contracts/playbook'
import { findBrandName, findShops } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { TicketRow } from '../handling/desk-data.ts'
import { loadClocks } from '../handling/desk-data.ts'
import { fillTemplate } from '../handling/fill-template.ts'
import type { Incoming, Opening } from './decide-opening.ts'

type Given = {
  number: string
  token: string
  opening: Opening
  incoming: Incoming
  who: { name: string }
  shopName: string
  brandName: string
  openedAt: Date
}

/** What the customer reads at once: number, when a person will have answered, and the private page (I5). */
export function acknowledgementFor(ctx: Ctx, playbook: Playbook, given: Given): Receipt {
  const { opening, incoming } = given
  const respond = opening.clocks.find((c) => c.metric === 'respond') ?? opening.clocks[0]
  return receipt(ctx, playbook, {
    ...given,
    locale: incoming.locale,
    kind: opening.kind,
    team: opening.responsible.team.key,
    expectedAt: respond?.due_at ?? given.openedAt,
    missing: opening.missing,
    customer: given.who.name,
  })
}

/** The receipt of a ticket that is already there. */
export async function receiptOf(tx: Tx, ctx: Ctx, ticket: TicketRow): Promise<Receipt> {
  const { playbook } = await playbookVersion(tx, ticket.playbook_version_id)
  const clocks = await loadClocks(tx, ticket.id)
  const shops = await findShops(tx, ticket.shop_id ? [ticket.shop_id] : [])
  const fields = ticket.fields as { missing?: FieldKey[] }
  return receipt(ctx, playbook, {
    number: `HY-${ticket.number}`,
    token: ctx.keys.tokenFor('progress', ticket.id),
    locale: ticket.locale as Locale,
    kind: ticket.kind,
    team: ticket.team,
    expectedAt: clocks.find((c) => c.metric === 'respond')?.due_at ?? ticket.opened_at,
    missing: fields.missing ?? [],
    customer: ticket.customer_name,
    shopName: shops.get(ticket.shop_id ?? '')?.name ?? '',
    brandName: await findBrandName(tx),
  })
}

type ReceiptFacts = {
  number: string
  token: string
  locale: Locale
  kind: string
  team: string
  expectedAt: Date
  missing: FieldKey[]
  customer: string
  shopName: string
  brandName: string
}

function receipt(ctx: Ctx, playbook: Playbook, f: ReceiptFacts): Receipt {
  const template = pickTemplate(playbook, 'acknowledgement', f.kind)
  const team = playbook.teams.find((t) => t.key === f.team)
  return {
    number: f.number,
    progress: `/t/${f.token}`,
    acknowledgement: template
      ? fillTemplate(say(template.text, f.locale), {
          customer: f.customer,
          number: f.number,
          shop: f.shopName,
          team: team ? say(team.publicName, f.locale) : '',
          brand: f.brandName,
          expected: sayTime(f.expectedAt, f.locale, undefined, ctx.now()),
          link: `${ctx.origin}/t/${f.token}`,
        })
      : '',
    expectedAt: f.expectedAt.toISOString(),
    missing: f.missing,
  }
}

/** The template for a scenario, the one written for this kind first. */
export function pickTemplate(
  playbook: Playbook,
  scenario: Template['scenario'],
  kind: string,
): Template | undefined {
  const all = playbook.templates.filter((t) => t.scenario === scenario)
  return all.find((t) => t.kinds.some((k) => k === kind)) ?? all.find((t) => t.kinds.length === 0) ?? all[0]
}

/** A time as a customer reads it: 今天 14:15, 11月23日 09:30. */
export function sayTime(at: Date, locale: Locale, zone = 'Asia/Shanghai', now = new Date()): string {
  const time = DateTime.fromJSDate(at, { zone }).setLocale(locale)
  const today = DateTime.fromJSDate(now, { zone })
  if (time.hasSame(today, 'day'))
    return `${{ 'zh-CN': '今天', 'zh-TW': '今天', en: 'today' }[locale]} ${time.toFormat('HH:mm')}`
  return locale === 'en' ? time.toFormat('d LLL HH:mm') : time.toFormat('M月d日 HH:mm')
}
