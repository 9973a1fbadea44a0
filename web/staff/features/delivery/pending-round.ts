import type { RoundView } from '#contracts/orders/delivery'
import type { KeptTap } from './tap-queue.ts'

/**
 * The round as it will be once the kept taps have been sent: the rider goes on without a network.
 * Shape: with a network a code is believed only when the server has taken it, because it may be the wrong one.
 */
export function pendingRound(round: RoundView, kept: readonly KeptTap[], online: boolean): RoundView {
  return kept.filter((k) => !online || !isCode(k)).reduce(applied, round)
}

function isCode({ tap }: KeptTap): boolean {
  return tap.what === 'hand_over' && tap.proof.kind === 'code'
}

function applied(round: RoundView, { stopId, tap }: KeptTap): RoundView {
  if (tap.what === 'hand_over' || tap.what === 'return')
    return {
      ...round,
      stops: round.stops.filter((s) => s.id !== stopId),
      way: round.way.filter((w) => w.stopId !== stopId),
      doneToday: round.doneToday + (tap.what === 'hand_over' ? 1 : 0),
    }
  const stops = round.stops.map((stop) => {
    if (stop.id !== stopId) return stop
    if (tap.what === 'pick_up') return { ...stop, state: 'picked_up' as const }
    if (tap.what === 'arrive') return { ...stop, arrivedAt: tap.at }
    if (tap.what === 'address') return stop
    return { ...stop, trouble: { kind: tap.kind, at: tap.at, delayMin: tap.delayMin, note: tap.note } }
  })
  const way =
    tap.what === 'pick_up' ? round.way.filter((w) => w.stopId !== stopId || w.kind !== 'pick') : round.way
  return { ...round, stops, way }
}
