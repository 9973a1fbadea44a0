import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export type Latencies = { count: number; p50Ms: number; p95Ms: number; p99Ms: number; maxMs: number }

export function percentiles(ms: number[]): Latencies {
  const sorted = [...ms].sort((a, b) => a - b)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { count: ms.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) }
}

export function round(n: number, digits = 2): number {
  return Math.round(n * 10 ** digits) / 10 ** digits
}

/** Runs `work` from so many hands at once for so many ms; returns how many were done and how long each took. */
export async function load(
  hands: number,
  forMs: number,
  work: (n: number, hand: number) => Promise<void>,
): Promise<{ perSecond: number; latencies: Latencies }> {
  const took: number[] = []
  const begun = performance.now()
  let n = 0
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      while (performance.now() - begun < forMs) {
        const at = performance.now()
        await work(n++, hand)
        took.push(performance.now() - at)
      }
    }),
  )
  return {
    perSecond: round(took.length / ((performance.now() - begun) / 1000), 1),
    latencies: percentiles(took),
  }
}

/** Megabytes of memory that a process holds; 0 when it is gone. */
export function rssOf({ process }: { process: ChildProcess }): number {
  try {
    const status = readFileSync(`/proc/${process.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Seconds of processor time that a process has used (100 ticks a second, as everywhere on Linux). */
export function cpuSecondsOf({ process }: { process: ChildProcess }): number {
  const told = readFileSync(`/proc/${process.pid}/stat`, 'utf8')
  const fields = told.slice(told.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

const TICKS_A_SECOND = 100

/** Seconds of processor time that a process has used; 0 when it is gone. */
export function cpuOf({ process }: { process: { pid?: number | undefined } }): number {
  const [user, system] = statOf(process.pid).slice(11, 13)
  return (Number(user ?? 0) + Number(system ?? 0)) / TICKS_A_SECOND
}

/** Seconds that PostgreSQL has used: its postmaster, the children that are gone, and those that live. */
export function databaseCpu(postmaster: number): number {
  const [user = 0, system = 0, gone = 0, goneSystem = 0] = statOf(postmaster).slice(11, 15).map(Number)
  const living = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(statOf(Number(name))[1]) === postmaster)
    .reduce((sum, name) => sum + cpuOf({ process: { pid: Number(name) } }), 0)
  return (user + system + gone + goneSystem) / TICKS_A_SECOND + living
}

/** The fields of a process after its name, state first; none when it is gone. */
function statOf(pid: number | undefined): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
