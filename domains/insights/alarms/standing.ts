import type { AlarmPlot, AlarmState } from '#contracts/insights'
import { KINDS } from '../early/kinds.ts'
import type { Fired } from '../listen/hearing.ts'
import { byParticular, nameOf, refOf, type SeriesRef } from '../listen/series-of.ts'

/** An alarm as it is reckoned with. Times in ms. */
export type Alarm = {
  id: string
  state: AlarmState
  urgent: boolean
  named: SeriesRef
  /** Names of all series that tell of it. */
  series: string[]
  raisedAt: number
  signAt: number
  quietUntil: number | null
  ticketIds: string[]
  /** Those before `ticketIds`: how many, since when and of which shops; null while all are kept. */
  earlier: Earlier | null
  usualWeek: number
  everyDays: number
  plot: AlarmPlot | null
  change: 'none' | 'new' | 'grown'
}

export type Earlier = { tickets: number; firstAt: number; shopIds: readonly string[] }

const DAY_MS = 86_400_000
/** After a sign, what comes in the named series belongs to the alarm for so long. */
export const STANDS_MS = 3 * DAY_MS
/** Two tell of one cause when they share at least so much of the smaller one's tickets. */
const SHARED = 0.5
/** The more particular one is named when it tells of at least so many of the tickets. */
const TELLS_MOST = 0.5

const stands = (alarm: Alarm, at: number) =>
  alarm.state === 'dismissed' ? (alarm.quietUntil ?? 0) > at : at < alarm.signAt + STANDS_MS

/** Alarms that are still to be reckoned with, and those that are raised meanwhile. */
export class Standing {
  readonly alarms: Alarm[]
  private newId: () => string

  constructor(alarms: Alarm[], newId: () => string) {
    this.alarms = alarms
    this.newId = newId
  }

  /** A ticket was counted in this series: an alarm of that name grows by it, so that others know it for the same cause; one that is none as well. */
  grow(name: string, ticketId: string, at: number): void {
    for (const alarm of this.alarms) {
      if (!stands(alarm, at) || nameOf(alarm.named) !== name) continue
      if (alarm.ticketIds.includes(ticketId)) continue
      alarm.ticketIds.push(ticketId)
      if (alarm.change === 'none') alarm.change = 'grown'
    }
  }

  /**
   * What becomes of signs that came with one ticket: one alarm for a cause.
   * Shape: a series that stands in an alarm already strengthens it; one that tells of the same tickets joins it, unless it is about harm and the
   *        alarm is not; what speaks of something that was said to be none stays quiet with it. `urgent`: the ticket they came with may do harm.
   */
  take(fired: readonly Fired[], at: number, urgent: boolean): void {
    let open = fired.filter((one) => !this.known(nameOf(one.ref), at))
    while (open.length) {
      const head = headOf(open)
      const together = open.filter((one) => one === head || shared(one.ids, head.ids))
      open = open.filter((one) => !together.includes(one))
      const harm = KINDS[head.ref.kind].scan || urgent
      const alarm = this.alarms.find(
        (one) =>
          stands(one, at) &&
          (one.urgent || !harm) &&
          shared(one.ticketIds, head.ids) &&
          !wouldHide(head, one),
      )
      if (!alarm) this.alarms.push(this.raise(head, together, harm, at))
      else if (alarm.state !== 'dismissed') join(alarm, head, together, at)
    }
  }

  private known(name: string, at: number): boolean {
    const alarm = this.alarms.find((one) => one.series.includes(name) && stands(one, at))
    if (alarm && alarm.state !== 'dismissed') alarm.signAt = Math.max(alarm.signAt, at)
    return alarm !== undefined
  }

  private raise(head: Fired, together: readonly Fired[], urgent: boolean, at: number): Alarm {
    return {
      id: this.newId(),
      state: 'new',
      urgent,
      named: head.ref,
      series: namesOf(together),
      raisedAt: at,
      signAt: at,
      quietUntil: null,
      ticketIds: [...head.ids],
      earlier: null,
      ...figuresOf(head),
      plot: null,
      change: 'new',
    }
  }
}

/** The most particular of those that tell of most of the tickets; three emergencies go before whatever tells of many small matters. */
function headOf(all: readonly Fired[]): Fired {
  const grave = all.filter((one) => KINDS[one.ref.kind].scan)
  const fired = grave.length ? grave : all
  const most = Math.max(...fired.map((one) => one.ids.length))
  return fired
    .filter((one) => one.ids.length >= TELLS_MOST * most)
    .toSorted((a, b) => byParticular(a.ref, b.ref))[0]!
}

/** A few that may do harm, in an alarm about many more that are of another sort. */
const wouldHide = (head: Fired, alarm: Alarm) =>
  KINDS[head.ref.kind].scan && !tellsOfHarm(alarm) && head.ids.length < TELLS_MOST * alarm.ticketIds.length

/** What tells of the same cause in other words strengthens the alarm; its tickets are those of the series that it is named after. */
function join(alarm: Alarm, head: Fired, together: readonly Fired[], at: number): void {
  alarm.series = [...new Set([...alarm.series, ...namesOf(together)])]
  alarm.signAt = Math.max(alarm.signAt, at)
  if (byParticular(head.ref, alarm.named) < 0 && head.ids.length >= TELLS_MOST * alarm.ticketIds.length)
    Object.assign(alarm, { named: head.ref, ticketIds: [...head.ids], earlier: null, ...figuresOf(head) })
  if (alarm.change === 'none') alarm.change = 'grown'
}

const figuresOf = ({ usualWeek, everyDays }: Fired) => ({
  usualWeek,
  everyDays: Math.min(everyDays, MOST_DAYS),
})
/** Beyond a million years nobody reads the number. */
const MOST_DAYS = 365_000_000

const namesOf = (fired: readonly Fired[]) =>
  fired
    .map((one) => one.ref)
    .toSorted(byParticular)
    .map(nameOf)

function shared(some: readonly string[], others: readonly string[]): boolean {
  const both = some.filter((id) => others.includes(id)).length
  return both > 0 && both >= SHARED * Math.min(some.length, others.length)
}

/** Whether a series in it is watched because it may do harm. */
export const tellsOfHarm = ({ series }: Pick<Alarm, 'series'>) =>
  series.some((name) => KINDS[refOf(name).kind].scan)

/** The other series of an alarm, the most particular first. */
export const besides = (alarm: { series: readonly string[]; named: SeriesRef }) =>
  alarm.series.filter((name) => name !== nameOf(alarm.named)).map(refOf)
