import type { IncidentFacts, SealFacts } from '#domains/incidents'
import type { AlarmFacts } from '#domains/insights'
import type { TicketFacts } from '#domains/tickets'
import type { Tx } from '#platform/db/database'
import type { DeliveryRow } from './delivery-data.ts'
import { type Say, shopsMeant } from './shops-meant.ts'

/** What a call says: what it is about and where, in words that are read out. No customer and nothing that one wrote. */
export type Spoken = { what: string; shop: string }
export const SILENT: Spoken = { what: '', shop: '' }

type About = {
  ticket: TicketFacts | null
  early: AlarmFacts | null
  incident: IncidentFacts | null
  seal: SealFacts | null
  shopIds: readonly string[]
}

/** Of anything but a call nothing is read out. */
export async function spokenOf(
  tx: Tx,
  { means, kind }: DeliveryRow,
  { ticket, early, incident, seal, shopIds }: About,
  say: Say,
): Promise<Spoken> {
  if (means !== 'call') return SILENT
  const categories = ticket?.categories.map((c) => c.name).join(say('text.and'))
  const about = ticket ? categories || say('spoken.somebody') : (seal?.what ?? incident?.plan ?? '')
  const own = ticket?.shopId ? [ticket.shopId] : []
  const where = [own, shopIds, early?.shopIds ?? [], incident?.shopIds ?? []].find((ids) => ids.length)
  return {
    what: say(`spoken.${kind}`, { about }),
    shop: (where && (await shopsMeant(tx, where, say))) || say('spoken.allShops'),
  }
}
