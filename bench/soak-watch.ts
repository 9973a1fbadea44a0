import type pg from 'pg'
import { cpuOf, rssOf } from './measure.ts'
import type { Served } from './serve.ts'

/** What waits for the worker, by what it is: read by the numbers that its own sweeps go by. */
const QUEUES = {
  'messages to be read': "select count(*) from channels.inbound_message where state = 'received'",
  'messages to be sent':
    "select count(*) from channels.outbound_message where state = 'queued' and next_try_at <= now()",
  'audit entries to be linked': 'select count(*) from platform.audit_pending',
  'jobs to be run': 'select count(*) from graphile_worker._private_jobs where run_at <= now()',
  'events to be told': 'select count(*) from notify.heard',
  'clocks that are due': 'select count(*) from tickets.clock where next_at <= now()',
  'alarms that are due': 'select count(*) from tickets.alarm where next_at <= now()',
} as const
export type Queue = keyof typeof QUEUES
export type Seen = { backlog: Record<Queue, number>; memoryMb: number }

const COUNTED = `select ${Object.entries(QUEUES)
  .map(([name, query]) => `(${query})::int as "${name}"`)
  .join(', ')}`

export async function waiting(owner: pg.Client): Promise<Record<Queue, number>> {
  return (await owner.query<Record<Queue, number>>(COUNTED)).rows[0]!
}

export async function look(owner: pg.Client, both: readonly Served[]): Promise<Seen> {
  return { backlog: await waiting(owner), memoryMb: both.reduce((sum, one) => sum + rssOf(one), 0) }
}

/** Rows of the table: at most, and in the last tenth, of every queue; memory after the first tenth and at the end. */
export function seenRows(seen: readonly Seen[]) {
  const tenth = Math.ceil(seen.length / 10)
  const last = seen.slice(-tenth)
  const rows = Object.keys(QUEUES).map((name) => {
    const of = (all: readonly Seen[]) => all.map((s) => s.backlog[name as Queue])
    return [name, { most: Math.max(0, ...of(seen)), value: median(of(last)) }] as const
  })
  return {
    ...Object.fromEntries(rows),
    'memory of both after a tenth, MB': { value: Math.round(seen[tenth]?.memoryMb ?? 0) },
    'memory of both in the last tenth, MB': { value: Math.round(median(last.map((s) => s.memoryMb))) },
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Adds up what processes use that follow each other in one role. */
export class Meter {
  private before = 0
  private current: Served

  constructor(first: Served) {
    this.current = first
  }

  /** To be called while the old one still lives. */
  leave(): void {
    this.before += cpuOf(this.current)
  }

  follow(next: Served): void {
    this.current = next
  }

  get seconds(): number {
    return this.before + cpuOf(this.current)
  }
}
