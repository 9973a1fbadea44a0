import type pg from 'pg'

type Query = (...given: unknown[]) => unknown

/**
 * Lets every connection of the pool plan each statement once, for as long as the demo is loaded: tens of thousands of statements, a few hundred
 * different ones, and planning takes PostgreSQL longer than doing them. Shape: what ends it.
 */
export function keepPlans(pool: pg.Pool): () => void {
  const names = new Map<string, string>()
  const kept = new Set<pg.PoolClient>()
  const keep = (client: pg.PoolClient) => {
    if (kept.has(client)) return
    kept.add(client)
    const plain = client.query.bind(client) as Query
    const named: Query = (text, values, ...more) => {
      if (typeof text !== 'string' || !Array.isArray(values)) return plain(text, values, ...more)
      const name = names.get(text) ?? `demo_${names.size}`
      names.set(text, name)
      return plain({ name, text, values }, ...more)
    }
    client.query = named as typeof client.query
  }
  pool.on('acquire', keep)
  return () => {
    pool.off('acquire', keep)
    for (const client of kept) Reflect.deleteProperty(client, 'query')
  }
}
