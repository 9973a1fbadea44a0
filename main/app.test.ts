import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startApp } from '#test/app'
import { openApp } from './app.ts'

test('a stop answers what is under way and does not wait for lines that browsers keep open', async () => {
  const app = await startApp()
  const second = await openApp({ ...app.options, role: 'all' })
  const address = await second.listen(0, '127.0.0.1')
  await second.work()
  const agent = new Agent({ keepAlive: true })
  const holder = new pg.Client({ connectionString: app.options.ownerUrl })
  await holder.connect()
  try {
    await holder.query('begin; lock table platform.rate')
    const asked = once(get(`${address}/health/ready`, { agent }), 'response')
    // Not from pg_stat_activity: within a transaction it shows nobody who connected after the first look.
    const waiting = () =>
      holder
        .query(
          `select 1 from pg_locks join pg_database on database = pg_database.oid and datname = current_database()
           where not granted and relation = 'platform.rate'::regclass`,
        )
        .then(({ rows }) => rows.length)
    await expect.poll(waiting, { timeout: 40_000 }).toBeGreaterThan(0)
    const closed = second.close()
    await holder.query('commit')
    const [answer] = (await asked) as [IncomingMessage]
    // On a busy machine the look at the database may have taken longer than it may.
    expect([200, 503]).toContain(answer.statusCode)
    answer.resume()
    await closed
  } finally {
    await holder.end()
    agent.destroy()
    await app.close()
  }
}, 90_000)
