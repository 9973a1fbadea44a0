import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { itemNames } from '#domains/orders'
import type { TicketOfIncident } from '#domains/tickets'
import type { IncidentDesk } from '../desk/change-room.ts'
import { record } from '../desk/moves.ts'
import { spokenIn } from '../opening/said-in.ts'
import { saveValues } from './sheet-data.ts'

const LIST = '、'

/**
 * What tickets and their orders say already stands on a new room's sheet, by nobody, until somebody saves the line.
 * Shape:  only lines of the trade's plans whose meaning is known by their key; never a sensitive one, none of a drill, and no customer's own words,
 *         which may name people.
 */
export async function prefillSheet(
  desk: IncidentDesk,
  tickets: readonly TicketOfIncident[],
  said: ReadonlyMap<string, string>,
): Promise<void> {
  const { incident, tx, ctx, now } = desk
  if (incident.drill || !tickets.length) return
  const known = await knownOf(desk, tickets, said)
  const lines = (incident.plan as EmergencyPlan).sheet.flatMap(({ key, kind, sensitive }) => {
    const line = known[key]
    return line?.value && !sensitive && line.kinds.includes(kind) ? [{ key, value: line.value }] : []
  })
  if (!lines.length) return
  await saveValues(
    tx,
    lines.map(({ key, value }) => ({
      brand_id: incident.brand_id,
      incident_id: incident.id,
      key,
      value_enc: ctx.keys.seal(incident.brand_id, value),
      by_name: '',
      at: now,
    })),
  )
  record(desk, 'saveSheet', { fields: lines.map(({ key }) => key), prefilled: true })
}

type Known = Record<string, { value: string; kinds: readonly string[] }>

async function knownOf(
  desk: IncidentDesk,
  tickets: readonly TicketOfIncident[],
  said: ReadonlyMap<string, string>,
): Promise<Known> {
  const spoken = await spokenIn(desk.tx, tickets, said)
  const about = [...spoken.values()]
  const items = await itemNames(desk.tx, [...new Set(about.flatMap((one) => one.itemIds))])
  const batches = new Set(about.flatMap((one) => one.batches.map((b) => `${b.ingredient} ${b.code}`)))
  const { shops } = await desk.roster()
  const at = shops.flatMap(({ id, name }) => {
    const count = tickets.filter((ticket) => ticket.shopId === id).length
    return count ? [`${name} ${count}`] : []
  })
  const [bought] = about.flatMap((one) => one.placedAt ?? []).toSorted((a, b) => a.getTime() - b.getTime())
  const people = String(new Set(tickets.map((t) => t.customerId ?? t.id)).size)
  const words = ['words', 'long']
  return {
    found_at: { value: desk.incident.found_at.toISOString(), kinds: ['instant'] },
    bought_at: { value: bought?.toISOString() ?? '', kinds: ['instant'] },
    product: { value: [...items.values()].join(LIST), kinds: words },
    batch: { value: [...batches].join(LIST), kinds: words },
    others: { value: at.join(LIST), kinds: ['long'] },
    persons: { value: people, kinds: ['number'] },
    customers: { value: people, kinds: ['number'] },
  }
}
