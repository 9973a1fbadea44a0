import type { TicketRow } from '../handling/desk-data.ts'

/** Kept in `fields.heard`: which dangers were heard in which handling, called about or not, taken or dismissed. */
type Heard = { cycle: number; dangers: string[] }
type Hearing = Pick<TicketRow, 'fields' | 'cycle'>

const kept = ({ fields }: Hearing) => (fields as { heard?: Heard }).heard

/** Dangers (later-words) of which whoever handles the ticket knows; another handling begins without any. */
export function heardDangers(ticket: Hearing): readonly string[] {
  const heard = kept(ticket)
  return heard?.cycle === ticket.cycle ? heard.dangers : []
}

/** Returns those that were not known yet. */
export function addDangers(ticket: Hearing, dangers: readonly string[]): string[] {
  const known = heardDangers(ticket)
  const fresh = dangers.filter((key) => !known.includes(key))
  if (fresh.length) keep(ticket, [...known, ...fresh])
  return fresh
}

export function forgetDangers(ticket: Hearing, dangers: readonly string[]): void {
  const known = heardDangers(ticket)
  if (dangers.length)
    keep(
      ticket,
      known.filter((key) => !dangers.includes(key)),
    )
}

function keep(ticket: Hearing, dangers: string[]): void {
  const { heard: _, ...fields } = ticket.fields as { heard?: Heard }
  const heard: Heard = { cycle: ticket.cycle, dangers }
  ticket.fields = dangers.length ? { ...fields, heard } : fields
}
