import type { CustomerFacts } from '#contracts/customers/file'
import type { FactsRow } from './facts-data.ts'

const time = (at: Date | null) => at?.getTime() ?? null
const iso = (times: (number | null)[], pick: (...all: number[]) => number): string | null => {
  const known = times.filter((t) => t !== null)
  return known.length ? new Date(pick(...known)).toISOString() : null
}

/** The figures of a family, added up. */
export function viewFacts(rows: readonly FactsRow[]): CustomerFacts {
  const sum = (key: 'orders' | 'spent_minor' | 'tickets' | 'complaints') =>
    rows.reduce((total, row) => total + Number(row[key]), 0)
  const rated = rows
    .filter((r) => r.last_rated_at)
    .toSorted((a, b) => b.last_rated_at!.getTime() - a.last_rated_at!.getTime())
  return {
    orders: sum('orders'),
    spentMinor: sum('spent_minor'),
    firstOrderAt: iso(
      rows.map((r) => time(r.first_order_at)),
      Math.min,
    ),
    lastOrderAt: iso(
      rows.map((r) => time(r.last_order_at)),
      Math.max,
    ),
    tickets: sum('tickets'),
    complaints: sum('complaints'),
    lastTicketAt: iso(
      rows.map((r) => time(r.last_ticket_at)),
      Math.max,
    ),
    lastRating: rated[0]?.last_rating ?? null,
  }
}
