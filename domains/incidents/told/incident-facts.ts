import type { Locale } from '#contracts/kit'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import type { Tx } from '#platform/db/database'
import { findIncident, membersOf } from '../desk/desk-data.ts'
import { numberOf } from '../desk/moves.ts'

/** What may be said of an incident outside of the program: nothing that a customer wrote or is called by. */
export type IncidentFacts = {
  id: string
  number: string
  /** The plan's name, in the reader's language. */
  plan: string
  drill: boolean
  over: boolean
  shopIds: string[]
  /** Who is called and has not answered. */
  calling: string[]
  /** The post that is brought up in groups as well. */
  leaderPost: string
}

export async function incidentFacts(
  tx: Tx,
  id: string,
  locale: Locale = 'zh-CN',
): Promise<IncidentFacts | null> {
  const [row, members] = await Promise.all([findIncident(tx, id), membersOf(tx, id)])
  if (!row) return null
  const plan = row.plan as EmergencyPlan
  return {
    id,
    number: numberOf(row),
    plan: say(plan.name, locale),
    drill: row.drill,
    over: row.status === 'closed',
    shopIds: row.shop_ids,
    calling: members.filter((m) => m.state === 'called').map((m) => m.staff_id),
    leaderPost: plan.leader,
  }
}
