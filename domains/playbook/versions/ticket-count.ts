import type { Tx } from '#platform/db/database'

/** Tickets that began with each version: version id → how many. */
export type TicketCount = (tx: Tx, versionIds: string[]) => Promise<ReadonlyMap<string, number>>

let counted: TicketCount = async () => new Map()

/** The room of the tickets, which lies above, says how many run on a version. Called once while the rooms are loaded. */
export function countTicketsBy(count: TicketCount): void {
  counted = count
}

export function countTickets(tx: Tx, versionIds: string[]): Promise<ReadonlyMap<string, number>> {
  return counted(tx, versionIds)
}
