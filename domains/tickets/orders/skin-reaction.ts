import type { z } from 'zod'
import type { Locale } from '#contracts/kit'
import type { aftercareAnswered } from '#contracts/orders/visits'
import { type AboutOrder, aboutOrder, reactionTicket, type SkinReaction, skinReaction } from '#domains/orders'
import { findShops } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { openAboutOrder } from './open-about-order.ts'

/** As the playbooks of salons call it; a brand without it gets a plain complaint. */
const RISK = 'skin_reaction'

/**
 * A reaction after a treatment opens a ticket by itself, once, with the whole visit in it (O5, salon): a mild one as a complaint of the
 * playbook's category, a strong one as the danger that the playbook names, so that quality, advisor and shop are called.
 */
export async function openForReaction(
  ctx: Ctx,
  event: z.infer<typeof aftercareAnswered.body>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const found = await skinReaction(tx, ctx, event.aftercareId)
    const order = found && (await aboutOrder(tx, ctx, event.orderId))
    if (!found || !order) return
    const { playbook } = await playbookInForce(tx)
    const risk = playbook.risks.find(({ key }) => key === RISK)
    const zone = (await findShops(tx, [order.shopId])).get(order.shopId)?.zone ?? 'Asia/Shanghai'
    const shown = say(order.locale, found.reaction)
    const ticketId = await openAboutOrder(tx, ctx, order, {
      externalId: `order-aftercare:${event.aftercareId}`,
      content: contentOf(order, found, zone),
      photos: found.photos,
      photoOwner: `order:${order.id}`,
      sureKind: 'complaint',
      ...(risk ? { category: risk.category } : {}),
      ...(risk && found.reaction === 'strong' ? { sureRisk: { key: RISK, shown } } : {}),
      facts: { about: { order: order.number } },
    })
    await reactionTicket(tx, event.aftercareId, ticketId)
  })
}

const say = (locale: Locale, key: string, data: Record<string, unknown> = {}) =>
  sentence(locale, 'server', `skinReaction.${key}`, data)

/** The customer's own words first; then when, by whom, and what went onto the skin. */
function contentOf({ locale, summary }: AboutOrder, found: SkinReaction, zone: string): string {
  const when = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(found.startsAt)
  const products = found.products.map((p) => `${p.ingredient} ${p.code}`).join(say(locale, 'join'))
  return [
    [say(locale, found.reaction), found.text].filter(Boolean).join(say(locale, 'colon')),
    say(locale, 'day', { day: found.day, when, summary }),
    found.therapist ? say(locale, 'therapist', { name: found.therapist }) : '',
    products ? say(locale, 'products', { products }) : '',
  ]
    .filter(Boolean)
    .join('\n')
}
