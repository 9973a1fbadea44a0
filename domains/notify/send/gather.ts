export type Waiting = { id: string; alarm: boolean; line: string }
export type Turn = { single: string[]; together: string[]; wait: string[] }

/**
 * What a robot sends in this turn when its service allows `free` more messages now.
 * Shape: `items` with alarms first. When not everything has a message of its own, the last one tells the rest together.
 *        An alarm that does not fit into it waits for the next turn; other notices that do not fit are told as a number.
 * Units: `mostBytes` of UTF-8 for the lines of the message that tells the rest.
 */
export function gather(items: readonly Waiting[], free: number, mostBytes: number): Turn {
  if (items.length <= free) return { single: items.map((i) => i.id), together: [], wait: [] }
  if (free <= 0) return { single: [], together: [], wait: items.map((i) => i.id) }
  const rest = items.slice(free - 1)
  const { told, wait } = fitLines(rest, mostBytes)
  return { single: items.slice(0, free - 1).map((i) => i.id), together: told, wait }
}

function fitLines(items: readonly Waiting[], mostBytes: number): { told: string[]; wait: string[] } {
  const told: string[] = []
  const wait: string[] = []
  let room = mostBytes
  for (const { id, alarm, line } of items) {
    const size = Buffer.byteLength(line) + 1
    const fits = size <= room
    if (fits) room -= size
    if (fits || !alarm) told.push(id)
    else wait.push(id)
  }
  return { told, wait }
}

/** The lines that fit, in order, and how many do not. */
export function linesWithin(lines: readonly string[], mostBytes: number): { shown: string[]; more: number } {
  let room = mostBytes
  const shown = lines.filter((line) => {
    const size = Buffer.byteLength(line) + 1
    if (size > room) return false
    room -= size
    return true
  })
  return { shown, more: lines.length - shown.length }
}
