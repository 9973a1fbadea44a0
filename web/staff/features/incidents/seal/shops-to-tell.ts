import type { Room } from '#contracts/incidents'

type Of = { involved: readonly Pick<Room['involved'][number], 'id' | 'tickets'>[]; wholeBrand: boolean }

/**
 * Whom a stop-sale goes to if nobody chooses: every shop that has it, and those of the room, which may have used it up. `reported`: where customers
 * have said something. Shape: of a whole brand the shops that are known are not all, so without a shop that has it nobody is chosen.
 */
export function shopsToTell({ involved, wholeBrand }: Of, holding: readonly { id: string }[]) {
  const held = holding.map(({ id }) => id)
  const own = wholeBrand && !held.length ? [] : involved.map(({ id }) => id)
  return {
    held,
    first: [...new Set([...held, ...own])],
    reported: involved.filter(({ tickets }) => tickets > 0).map(({ id }) => id),
  }
}
