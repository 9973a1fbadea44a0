import type { TicketStatus } from '#contracts/tickets'
import type { Cycle } from '#contracts/tickets/links'

/** One line of the timeline, as far as it tells handlings apart. */
export type CycleLine = {
  at: Date
  kind: string
  fact: string
  by_name: string
  role: string
  text: string
  data: Record<string, unknown>
}
type ToldTicket = {
  status: TicketStatus
  cycle: number
  team: string
  opened_at: Date
  closed_at: Date | null
}
export type ToldCycle = {
  number: number
  beganAt: Date
  endedAt: Date | null
  end: Cycle['end']
  why: Cycle['why']
  handlers: { id: string | null; name: string; at: Date }[]
  team: string
  proposal: { text: string; at: Date } | null
}

/**
 * The handlings of a ticket, told by its timeline (F1): every reopening begins one; each has the people who held it, the team that
 * spoke in it, and the proposal that was made in it.
 * Shape: `lines` oldest first; `began` are the instants at which the clocks of each cycle started, for handlings that no line begins.
 *        Always `ticket.cycle` many, the first one first. `why.reason` is the playbook's key.
 */
export function tellCycles(
  ticket: ToldTicket,
  lines: readonly CycleLine[],
  began: ReadonlyMap<number, Date>,
): ToldCycle[] {
  const cycles = Array.from({ length: ticket.cycle }, (_, i): ToldCycle => {
    const beganAt = began.get(i + 1) ?? ticket.opened_at
    return emptyCycle(i + 1, i === 0 ? ticket.opened_at : beganAt)
  })
  let now = cycles[0]!
  let said = { at: ticket.opened_at, text: '' }
  for (const line of lines) {
    if (line.kind !== 'fact' && line.data.proposal !== true) said = line
    const next = cycles[now.number]
    if (next && begins(line, next)) {
      now = next
      now.beganAt = line.at
      now.why = whyOf(line, said)
    } else note(now, line)
  }
  return cycles.map((cycle, i) => finish(cycle, cycles[i + 1], ticket))
}

function emptyCycle(number: number, beganAt: Date): ToldCycle {
  return {
    number,
    beganAt,
    endedAt: null,
    end: 'running',
    why: null,
    handlers: [],
    team: '',
    proposal: null,
  }
}

/** A set-aside ticket that was taken back begins again too, if it had begun before. */
function begins(line: CycleLine, next: ToldCycle): boolean {
  if (line.fact === 'reopened') return line.data.cycle === next.number
  return line.data.recovered === true && line.at.getTime() === next.beganAt.getTime()
}

function whyOf({ fact, at, by_name, data }: CycleLine, said: { at: Date; text: string }): ToldCycle['why'] {
  const by =
    fact === 'status' ? 'recovered' : data.revisit ? 'revisit' : data.by === 'staff' ? 'staff' : 'customer'
  return {
    by,
    who: by_name,
    reason: typeof data.reason === 'string' ? data.reason : '',
    words: said.at.getTime() === at.getTime() ? said.text : '',
  }
}

function note(cycle: ToldCycle, line: CycleLine): void {
  if (line.role) cycle.team = line.role
  if (line.data.proposal === true) cycle.proposal = { text: line.text, at: line.at }
  if (line.fact === 'opened') hold(cycle, line.data.assigneeId, line.data.assignee, line.at)
  if (line.fact === 'assigned') hold(cycle, line.data.toId, line.data.to, line.at)
}

function hold(cycle: ToldCycle, id: unknown, name: unknown, at: Date): void {
  if (typeof name !== 'string' || !name) return
  const known = typeof id === 'string' ? id : null
  const last = cycle.handlers.at(-1)
  if (last && last.id === known && last.name === name) return
  cycle.handlers.push({ id: known, name, at })
}

const ENDS: Partial<Record<TicketStatus, Cycle['end']>> = {
  resolved: 'resolved',
  closed: 'closed',
  merged: 'merged',
  set_aside: 'set_aside',
}

function finish(cycle: ToldCycle, next: ToldCycle | undefined, ticket: ToldTicket): ToldCycle {
  if (next) return { ...cycle, end: 'reopened', endedAt: next.beganAt }
  return { ...cycle, end: ENDS[ticket.status] ?? 'running', endedAt: ticket.closed_at, team: ticket.team }
}
