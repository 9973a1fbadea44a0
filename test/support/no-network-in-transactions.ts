import { subscribe } from 'node:diagnostics_channel'
import { insideTransaction } from '#platform/db/database'

const seen: Error[] = []

/** Whoever calls a service while a transaction is open keeps a connection and its locks as long as the service pleases. */
function look(): void {
  if (insideTransaction()) seen.push(new Error('a service was called inside of a transaction'))
}

// The pool's own connections are made outside of what counts as inside.
subscribe('net.client.socket', look)
subscribe('undici:request:create', look)

/** What was called inside of a transaction since this was asked last, with the stacks that say by whom. */
export function callsInTransactions(): Error[] {
  return seen.splice(0)
}
