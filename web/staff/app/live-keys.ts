import type { QueryKey } from '@tanstack/react-query'
import type { z } from 'zod'
import type { LiveEvent } from '#contracts/tickets'

/** Boards at which somebody stands and waits for the next move. */
export const BOARDS = ['dispatch', 'round'] as const
/** What may have changed while nothing was heard. */
export const EVERYTHING: QueryKey[] = [
  ['tickets'],
  ['orders', 'one'],
  ['orders'],
  ['incidents', 'one'],
  ['incidents'],
  ['insights'],
  ['calls'],
  ['home'],
  ['notices'],
]

/** What one event of the live stream may have changed; whatever is on the screen of it is fetched again. */
export function keysOf(event: z.infer<typeof LiveEvent>): QueryKey[] {
  const domain = event.name.split('.')[0] ?? ''
  // A kitchen screen or an order that is open is looked at while it happens; lists can wait.
  if (domain === 'orders') return [['orders', 'one'], ...BOARDS.map((board) => ['orders', board]), ['orders']]
  // A room that is open is worked in by many at once; lists of rooms can wait.
  if (domain === 'incidents')
    return [
      event.incidentId ? ['incidents', 'one', event.incidentId] : ['incidents', 'one'],
      ['incidents', 'list'],
      ['incidents', 'my-seals'],
      ['incidents', 'standing'],
      ['incidents', 'of-ticket'],
      ['incidents', 'measures'],
      ['incidents', 'my-measures'],
    ]
  if (domain !== 'tickets') return [[domain]]
  // A phone that rings is brought up at once; the list of calls can wait.
  if (event.name === 'tickets.callChanged')
    return [
      ['calls', 'one'],
      ['calls', 'list'],
    ]
  // Who writes and what is held back concerns the composer alone.
  if (event.name === 'tickets.presence') return [['tickets', 'one', event.ticketId ?? '', 'composer']]
  // A message has gone out: the lists do not show that.
  if (event.name === 'tickets.delivered') return [['tickets', 'one', event.ticketId ?? '']]
  const lists: QueryKey[] = [
    ['tickets', 'list'],
    ['tickets', 'todos'],
    ['tickets', 'counts'],
    ['home'],
    ['notices'],
  ]
  return event.ticketId ? [['tickets', 'one', event.ticketId], ...lists] : lists
}
