import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import type { TicketOfIncident } from '#domains/tickets'
import type { Tx } from '#platform/db/database'
import { heardSigns } from './heard-signs.ts'
import { aboutPlan } from './plan-of-tickets.ts'
import { saidIn } from './said-in.ts'

/** `why`: what the tickets brought that the degree stands on; null at the plan's first degree. `people`: so many one text tells of; `words`: the plan's own. */
export type FirstGrade = {
  key: string
  why: { customers: number; shops: number; risks: string[]; people: number; words: string[] } | null
}
type From = NonNullable<EmergencyPlan['grades'][number]['from']>

/**
 * The degree that a room begins at: the gravest whose `from` these tickets meet, else the plan's first.
 * Shape: a plan lists its degrees from the lightest to the gravest. Who wrote without a name counts as somebody else than all others. `said`: the
 *        customers' words by ticket.
 */
export function firstGrade(
  { grades }: EmergencyPlan,
  tickets: readonly TicketOfIncident[],
  said: ReadonlyMap<string, string>,
): FirstGrade {
  const customers = new Set(tickets.map((t) => t.customerId ?? t.id)).size
  const shops = new Set(tickets.flatMap((t) => t.shopId ?? [])).size
  const heard = new Set(tickets.flatMap((t) => t.risks))
  for (const { key, from } of grades.toReversed()) {
    if (!from) continue
    const risks = from.risks.filter((risk) => heard.has(risk))
    const signs = tickets.map(({ id }) => heardSigns(said.get(id) ?? '', from))
    const people = Math.max(0, ...signs.map((one) => one.people))
    const words = [...new Set(signs.flatMap((one) => one.words))]
    if (isMany(from, customers, shops) || risks.length || people || words.length)
      return { key, why: { customers, shops, risks, people, words } }
  }
  return { key: grades[0]?.key ?? '', why: null }
}

type GradedBy = {
  /** Of an early warning's tickets, which may be about much else, those that the plan is for; elsewhere all. */
  about: TicketOfIncident[]
  /** On which the degree stands: all of them where the plan is for none. */
  counted: TicketOfIncident[]
  said: Map<string, string>
  grade: FirstGrade
}

/**
 * What a room's tickets say of its degree.
 * Shape: `heard`: whose words are heard; the others, which were heard when they came, count as customers, shops and dangers.
 */
export async function gradeByTickets(
  tx: Tx,
  of: {
    playbook: Playbook
    plan: EmergencyPlan
    source: string
    tickets: TicketOfIncident[]
    heard?: readonly TicketOfIncident[]
  },
): Promise<GradedBy> {
  const { playbook, plan, source, tickets, heard = tickets } = of
  const about = source === 'alarm' ? aboutPlan(playbook, plan.key, tickets) : tickets
  const counted = about.length ? about : tickets
  const ids = new Set(heard.map(({ id }) => id))
  const said = await saidIn(
    tx,
    counted.filter(({ id }) => ids.has(id)),
  )
  return { about, counted, said, grade: firstGrade(plan, counted, said) }
}

const isMany = (from: From, customers: number, shops: number) =>
  (from.customers !== undefined && customers >= from.customers) ||
  (from.shops !== undefined && shops >= from.shops)
