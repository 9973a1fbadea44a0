import type { KitchenBoard, KitchenTap, KitchenTask } from '#contracts/orders/kitchen'
import type { KeptTap } from './kept-taps.ts'

export type ShownTask = KitchenTask & { waits: boolean }

/**
 * The board as it will be when the kept taps have arrived, so that nobody has to wait for a network.
 * Shape: a tap that the board shows already, or that no longer fits it, changes nothing; `waits` marks what is not on the server yet.
 */
export function showTaps(board: KitchenBoard, kept: readonly KeptTap[]): ShownTask[] {
  const tasks = new Map<string, ShownTask>(board.tasks.map((task) => [task.id, { ...task, waits: false }]))
  for (const { tap, undoes } of kept) {
    const task = tasks.get(tap.taskId)
    const changed = task && after(task, tap, board, undoes)
    if (task && changed) tasks.set(task.id, { ...task, ...changed, waits: true })
  }
  return [...tasks.values()]
}

function after(
  task: KitchenTask,
  tap: KitchenTap,
  board: KitchenBoard,
  undoes: KitchenTap['kind'] | undefined,
): Partial<KitchenTask> | null {
  const { state } = task
  switch (tap.kind) {
    case 'start':
      return state === 'waiting' ? { state: 'making', startedAt: tap.at, ...held(task, tap, board) } : null
    case 'done': {
      if (state !== 'making') return null
      const checked = board.check === 'all' || task.rework > 0
      return { state: checked ? 'checking' : 'done', madeAt: tap.at }
    }
    case 'pass':
      return state === 'checking' ? { state: 'done' } : null
    case 'back':
      return state === 'checking' || state === 'done'
        ? { state: 'waiting', rework: task.rework + 1, backReason: tap.reason ?? '' }
        : null
    case 'take':
      return state === 'waiting' || state === 'making'
        ? { ...held(task, tap, board), stationId: tap.stationId ?? task.stationId, fixed: true }
        : null
    case 'undo':
      return undoes ? before(task, undoes) : null
  }
}

function held(task: KitchenTask, tap: KitchenTap, board: KitchenBoard): Partial<KitchenTask> {
  if (!tap.staffId) return {}
  const person = board.stations.flatMap((s) => s.people).find((p) => p.id === tap.staffId)
  return { staffId: tap.staffId, staffName: person?.name ?? task.staffName }
}

function before(task: KitchenTask, undoes: KitchenTap['kind']): Partial<KitchenTask> | null {
  switch (undoes) {
    case 'start':
      return task.state === 'making' ? { state: 'waiting', startedAt: null } : null
    case 'done':
      return task.state === 'checking' || task.state === 'done' ? { state: 'making', madeAt: null } : null
    case 'pass':
      return task.state === 'done' ? { state: 'checking' } : null
    case 'back':
      return task.state === 'waiting' ? { state: 'checking', rework: Math.max(0, task.rework - 1) } : null
    default:
      return null
  }
}
