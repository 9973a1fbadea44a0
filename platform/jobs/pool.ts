import pg from 'pg'
import { ALIVE } from '../db/reach.ts'

/** Beside three jobs at a time: one connection that listens, one that holds the sign of life. */
const CONNECTIONS = 6

/**
 * The job library's connections.
 * Shape: why there is none is told without its code, for which the library would ask again only minutes later (a database that recovers, a host
 *        that is not reached); what it gives back twice, when its line breaks while it stops, is given back once.
 */
export function jobsPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'huiyin-jobs',
    ...ALIVE,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const connect = pool.connect.bind(pool) as {
    (): Promise<pg.PoolClient>
    (then: Connected): void
  }
  pool.connect = ((then?: Connected) => {
    if (!then)
      return connect().catch((error: Error) => {
        throw withoutCode(error)
      })
    connect((error, client, release) => then(error && withoutCode(error), client, once(release)))
  }) as typeof pool.connect
  return pool
}

type Release = (destroy?: boolean | Error) => void
type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, release: Release) => void

function withoutCode(error: Error): Error {
  return new Error(error.message, { cause: error })
}

function once(release: Release): Release {
  let done = false
  return (destroy) => {
    if (!done) release(destroy)
    done = true
  }
}
