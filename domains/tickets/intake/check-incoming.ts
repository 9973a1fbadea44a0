import type { FeedbackBody } from '#contracts/channels'
import type { ChannelKind, Playbook } from '#contracts/playbook'
import { ticketErrors } from '../errors.ts'
import { type Incoming, missingFields, type World } from './decide-opening.ts'

/**
 * What a feedback must satisfy beyond its schema: the shop exists, its choices are the playbook's, a customer's form is complete.
 * Shape:  returns it with its shop found. Counter entries may be half-filled; what the API sends is taken as it is.
 * Errors: tickets.shopUnknown, tickets.categoryUnknown, tickets.nothingSaid, tickets.fieldRequired with the field.
 */
export function checkIncoming(incoming: Incoming, world: World): Incoming {
  const { playbook } = world.inForce
  const { body, channelKind } = incoming
  const shop = world.roster.shops.find(
    (s) => s.id === incoming.shopId || (incoming.shopCode !== undefined && s.code === incoming.shopCode),
  )
  if ((incoming.shopId || incoming.shopCode) && !shop)
    throw ticketErrors.shopUnknown({}, incoming.shopCode ? 'shopCode' : 'shopId')
  checkChoices(playbook, body, channelKind)
  if (channelKind === 'qr' || channelKind === 'website') {
    if (!body.content && !body.photos.length && !body.category && !body.mood)
      throw ticketErrors.nothingSaid({}, 'content')
    const [missing] = incoming.partial ? [] : missingFields(playbook, incoming)
    if (missing) throw ticketErrors.fieldRequired({ field: missing }, missing)
  }
  return { ...incoming, shopId: shop?.id ?? null }
}

function checkChoices(playbook: Playbook, body: FeedbackBody, kind: ChannelKind): void {
  if (body.category) {
    const [parent, child] = body.category.split('.')
    const known = playbook.categories.find((c) => c.key === parent)?.children.some((s) => s.key === child)
    if (!known) throw ticketErrors.categoryUnknown({ category: body.category }, 'category')
  }
  if (body.wants) {
    const options = playbook.forms
      .find((f) => f.channel === kind)
      ?.fields.find((f) => f.key === 'wants')?.options
    if (options && !options.some((o) => o.key === body.wants))
      throw ticketErrors.fieldRequired({ field: 'wants' }, 'wants')
  }
}
