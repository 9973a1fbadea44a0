import type pg from 'pg'
import { collectDefaultMetrics, Gauge, register } from 'prom-client'

collectDefaultMetrics({ prefix: 'huiyin_' })
const streams = new Gauge({ name: 'huiyin_live_streams', help: 'open live streams of this process' })
const connections = new Gauge({
  name: 'huiyin_db_connections',
  help: 'database connections of this process',
  labelNames: ['state'],
})

/** The Prometheus page of this process. */
export function metricsText(now: { streams: number; pool: pg.Pool }): Promise<string> {
  streams.set(now.streams)
  connections.set({ state: 'idle' }, now.pool.idleCount)
  connections.set({ state: 'waiting' }, now.pool.waitingCount)
  connections.set({ state: 'total' }, now.pool.totalCount)
  return register.metrics()
}
