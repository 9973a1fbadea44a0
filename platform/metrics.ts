import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client'

collectDefaultMetrics({ prefix: 'huiyin_' })
const streams = new Gauge({ name: 'huiyin_live_streams', help: 'open live streams of this process' })
const connections = new Gauge({
  name: 'huiyin_db_connections',
  help: 'database connections of this process',
  labelNames: ['state'],
})

/** How long something takes again and again, in seconds; finest around 200 ms, which a person begins to notice. */
export function durations(name: string, help: string): { observe: (seconds: number) => void } {
  return new Histogram({
    name,
    help,
    buckets: [0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.5, 1],
  })
}

/** The Prometheus page of this process. */
export function metricsText(now: { streams: number; pool: pg.Pool }): Promise<string> {
  streams.set(now.streams)
  connections.set({ state: 'idle' }, now.pool.idleCount)
  connections.set({ state: 'waiting' }, now.pool.waitingCount)
  connections.set({ state: 'total' }, now.pool.totalCount)
  return register.metrics()
}
