import type { ChannelKind } from '#contracts/playbook'
import { type Identified, personalWords } from '#domains/customers'
import type { Ctx } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import { newId } from '../handling/desk.ts'
import { foldForSearch } from '../search/search-words.ts'
import { firstWords } from '../search/ticket-words.ts'
import type { Incoming, Opening, World } from './decide-opening.ts'
import type { NewTicket, Opened } from './opening-data.ts'

export type Decided = { incoming: Incoming; opening: Opening; who: Identified }

/** Whoever wrote these does not hear from us: what was seen on public sites, and a case that its regulator passed on. */
const UNTOLD: readonly ChannelKind[] = ['monitor', 'public_post', 'authority']

/** Words of the text; stars, a mood, a rule are nobody's words and are not quoted. */
const isWritten = ({ kind }: Opening['reasons'][number]): boolean => kind === 'word' || kind === 'model'

/** What a decision becomes in the database. A review of the past is kept as it was: in its own time, handled by nobody, calling nobody. */
export function addRows(
  rows: Opened,
  ctx: Ctx,
  world: World,
  { incoming, opening, who }: Decided,
  token: string,
): void {
  const { body, history } = incoming
  const at = history ? history.at : world.now
  const ticket: NewTicket = {
    id: opening.id,
    token_hash: hashSecret(token).toString('hex'),
    status: opening.setAside ? 'set_aside' : 'assigned',
    kind: opening.kind,
    categories: opening.categories,
    severity: opening.severity,
    impact: opening.impact,
    priority: opening.priority,
    triage: {
      by: opening.by,
      byName: '',
      reasons: opening.reasons,
      sure: opening.sure,
      read: opening.read,
    },
    title: opening.title,
    excerpt: opening.excerpt,
    content: body.content,
    fields: {
      mood: body.mood,
      stars: incoming.stars,
      wants: body.wants,
      purchasedAt: body.purchasedAt,
      orderNumber: body.orderNumber,
      slip: incoming.slip,
      missing: opening.missing,
      enteredBy: incoming.enteredBy?.name,
      heard: opening.dangers.length ? { cycle: 1, dangers: opening.dangers } : undefined,
      contactUnproven: (who.unproven && !incoming.enteredBy) || undefined,
    },
    customer_id: who.customerId,
    customer_name: who.name,
    channel_id: incoming.channelId,
    channel_kind: incoming.channelKind,
    shop_id: incoming.shopId,
    place: incoming.place || body.table || '',
    locale: incoming.locale,
    playbook_version_id: world.inForce.versionId,
    rule_index: opening.ruleIndex,
    team: opening.responsible.team.key,
    assignee_id: opening.picked?.person.id ?? null,
    due_at: opening.due?.due_at ?? null,
    due_metric: opening.due?.due_metric ?? null,
    photos: body.photos.length,
    conversation_id: incoming.stored?.conversationId ?? null,
    closed: opening.setAside,
    opened_at: at,
    silent: history !== undefined,
  }
  rows.tickets.push(ticket)
  const words = firstWords(ticket, {
    brandId: ctx.actor.brandId,
    openedAt: at,
    orderNumber: body.orderNumber,
    personal: personalWords(ctx, { name: foldForSearch(who.fullName), contact: body.contact ?? '' }),
  })
  rows.searches.push({ ticket_id: opening.id, words: words.join(' ') })
  const by = incoming.enteredBy
    ? { by_kind: 'staff' as const, by_id: incoming.enteredBy.id, by_name: incoming.enteredBy.name, role: '' }
    : { by_kind: 'customer' as const, by_id: null, by_name: '', role: '' }
  const system = { by_kind: 'system' as const, by_id: null, by_name: '', role: '', text: '' }
  const common = { ticket_id: opening.id, at }
  rows.entries.push(
    {
      ...common,
      id: newId(),
      kind: 'message_in',
      fact: '',
      ...by,
      text: body.content,
      data: {
        photos: body.photos,
        category: body.category,
        mood: body.mood,
        stars: incoming.stars,
        ...incoming.stored?.facts,
        ...incoming.facts,
      },
    },
    {
      ...common,
      id: newId(),
      kind: 'fact',
      fact: opening.setAside ? 'set_aside' : 'opened',
      ...system,
      data: {
        kind: opening.kind,
        categories: opening.categories,
        priority: opening.priority,
        severity: opening.severity,
        impact: opening.impact,
        reasons: opening.reasons.flatMap((r) => (isWritten(r) && r.text) || []),
        signs: opening.reasons.flatMap((r) => (isWritten(r) ? [] : r.text || [])),
        team: opening.responsible.team.key,
        assignee: opening.picked?.person.name ?? '',
        assigneeId: opening.picked?.person.id ?? null,
        offDuty: opening.picked ? !opening.picked.onDuty : false,
        reason: history ? 'history' : opening.setAside ? 'empty' : undefined,
      },
    },
  )
  if (incoming.answered)
    rows.entries.push({
      ...common,
      ...system,
      id: newId(),
      kind: 'fact',
      fact: 'answered_before',
      text: incoming.answered,
      data: {},
    })
  if (!opening.setAside && !incoming.quiet && !UNTOLD.includes(incoming.channelKind))
    rows.entries.push({
      ...common,
      id: newId(),
      kind: 'fact',
      fact: 'acknowledged',
      ...system,
      data: { clock: 'acknowledge' },
    })
  rows.clocks.push(...opening.clocks.map((c) => ({ ...c, ticket_id: opening.id })))
  if (opening.picked && !opening.alarmFor.length && !opening.setAside) {
    rows.notices.push({
      staff_id: opening.picked.person.id,
      id: newId(),
      ticket_id: opening.id,
      kind: 'assigned',
      at: world.now,
    })
  }
  for (const staff_id of opening.alarmFor)
    rows.notices.push({ staff_id, id: newId(), ticket_id: opening.id, kind: 'alarm', at: world.now })
  if (opening.alarmFor.length) {
    rows.alarms.push({
      ticket_id: opening.id,
      next_at: new Date(world.now.getTime() + world.inForce.playbook.sla.alarmEverySec * 1000),
    })
  }
}
