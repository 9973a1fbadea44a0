/**
 * An idle line whose other end vanished without a word (a host that failed over) is noticed within half a minute; one on which a query is under way only
 * when the system gives up sending, which takes Linux about fifteen minutes (tcp_retries2).
 */
export const ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/** What pg, the network and a stopping or recovering PostgreSQL say of a connection that cannot be had or was lost. */
const DOWN = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['57P01', '57P02', '57P03', '08001', '08003', '08006', '53300', '25006'],
])
const LOST =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/

/** Whether the database is away for a while: the same may work in a moment. */
export function isDatabaseDown(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return DOWN.has(code) || LOST.test(message)
}
