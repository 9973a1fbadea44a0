/** A task as planning sees it. Work is for the whole line: `makeS` times `quantity`, spread over the places of the station. */
export type PlanTask = {
  id: string
  stationId: string | null
  state: 'waiting' | 'making'
  quantity: number
  makeS: number
  startBy: Date
  dueAt: Date
  startedAt: Date | null
  staffId: string | null
  /** A person has given it to somebody; planning leaves that alone. */
  fixed: boolean
}
export type PlanStation = { id: string; capacity: number; people: readonly { id: string; onDuty: boolean }[] }
export type Planned = { id: string; staffId: string | null; startAt: Date; expectedAt: Date; later: boolean }

/** Something wanted later is not begun before this long ahead of its time: it would stand and get cold. */
const EARLY_MS = 10 * 60_000
/** What takes longer than its standard is expected this much later than now, again and again, until it is there. */
const OVERRUN_MS = 30_000

/**
 * Who makes what, and when it will be ready (O2): at each station the earliest due first, on as many places as it has side by side;
 * of the station's people who are on duty the one with the least work of the whole shop.
 * Shape:  one line per task, in the order in which they should be begun. A station with nobody on duty is planned without a person.
 *         What is being made keeps its maker; what a person has given to somebody stays there while that one is on duty.
 * Units:  instants; seconds of work.
 * Source: earliest due date first on parallel machines (Jackson's rule).
 */
export function planTasks(
  tasks: readonly PlanTask[],
  stations: readonly PlanStation[],
  now: Date,
): Planned[] {
  const byStation = Map.groupBy(tasks, (task) => task.stationId)
  const timed = [...byStation].flatMap(([id, own]) =>
    timesOf(own, stations.find((s) => s.id === id)?.capacity ?? 1, now.getTime()),
  )
  timed.sort((a, b) => a.startMs - b.startMs || inOrder(a.task, b.task))
  const people = new Map(stations.map((s) => [s.id, s.people.filter((p) => p.onDuty).map((p) => p.id)]))
  const load = new Map<string, number>()
  const burden = (id: string, task: PlanTask) =>
    load.set(id, (load.get(id) ?? 0) + task.makeS * task.quantity)
  const kept = (task: PlanTask): string | null => {
    if (task.state === 'making') return task.staffId
    const there = task.stationId ? (people.get(task.stationId) ?? []) : []
    return task.fixed && task.staffId && (there.includes(task.staffId) || !task.stationId)
      ? task.staffId
      : null
  }
  for (const { task } of timed) {
    const holder = kept(task)
    if (holder) burden(holder, task)
  }
  return timed.map(({ task, startMs, endMs }) => {
    const there = task.stationId ? (people.get(task.stationId) ?? []) : []
    let staffId = kept(task)
    if (!staffId && task.state === 'waiting' && there.length) {
      staffId = leastLoaded(there, load)
      burden(staffId, task)
    }
    return {
      id: task.id,
      staffId,
      startAt: new Date(startMs),
      expectedAt: new Date(endMs),
      later: task.state === 'waiting' && earliest(task) > now.getTime(),
    }
  })
}

type Timed = { task: PlanTask; startMs: number; endMs: number }

/** Puts what one station has to make onto its places, what is being made first. */
function timesOf(tasks: readonly PlanTask[], capacity: number, nowMs: number): Timed[] {
  const free = Array.from({ length: Math.max(1, capacity) }, () => Number.NEGATIVE_INFINITY)
  const making = tasks.filter((t) => t.state === 'making').sort(byStart)
  const waiting = tasks.filter((t) => t.state === 'waiting').sort(inOrder)
  const begun = making.map((task) => {
    const startMs = task.startedAt?.getTime() ?? nowMs
    const endMs = occupy(free, task, startMs, (end) => Math.max(end, nowMs + OVERRUN_MS))
    return { task, startMs, endMs }
  })
  const next = waiting.map((task) => {
    const from = Math.max(nowMs, earliest(task))
    const startMs = Math.max(from, Math.min(...free))
    return { task, startMs, endMs: occupy(free, task, from, (end) => end) }
  })
  return [...begun, ...next]
}

/** Every piece on the place that is free first; the line is ready with its last piece. */
function occupy(free: number[], task: PlanTask, fromMs: number, real: (end: number) => number): number {
  let last = 0
  for (let piece = 0; piece < task.quantity; piece++) {
    const place = free.indexOf(Math.min(...free))
    const end = real(Math.max(fromMs, free[place]!) + task.makeS * 1000)
    free[place] = end
    last = Math.max(last, end)
  }
  return last
}

/** What is wanted later leaves its place to what is due now. */
function earliest(task: PlanTask): number {
  return task.startBy.getTime() - EARLY_MS
}

function inOrder(a: PlanTask, b: PlanTask): number {
  return (
    a.dueAt.getTime() - b.dueAt.getTime() ||
    a.startBy.getTime() - b.startBy.getTime() ||
    (a.id < b.id ? -1 : 1)
  )
}

function byStart(a: PlanTask, b: PlanTask): number {
  return (a.startedAt?.getTime() ?? 0) - (b.startedAt?.getTime() ?? 0) || (a.id < b.id ? -1 : 1)
}

function leastLoaded(ids: readonly string[], load: ReadonlyMap<string, number>): string {
  return ids.reduce((best, id) => ((load.get(id) ?? 0) < (load.get(best) ?? 0) ? id : best))
}
