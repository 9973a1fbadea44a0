import type { Kind } from '#contracts/playbook'
import type { Reading } from '#domains/language'
import type { Heard } from './classify.ts'
import reliability from './reliability.json' with { type: 'json' }

export const CHOSEN_KINDS = ['emergency', 'complaint', 'suggestion', 'inquiry', 'praise'] as const
const ALL = [...CHOSEN_KINDS, 'other'] as const
type Any = (typeof ALL)[number]

/** P(what the rules hear | what it is), each with one more than was counted so that nothing is impossible. */
const likely = Object.fromEntries(
  ALL.map((kind) => {
    const row = reliability.heard[kind] as Record<Heard, number>
    const all = Object.values(row).reduce((sum, n) => sum + n + 1, 0)
    return [kind, Object.fromEntries(Object.entries(row).map(([heard, n]) => [heard, (n + 1) / all]))]
  }),
) as Record<Any, Record<Heard, number>>

/**
 * Brings together what the model reads and what the playbook's words say, each as far as it was measured to be right.
 * Shape:  probabilities of the five kinds; what is missing to 1 is `other`, which no ticket is: it only lowers how sure one is.
 *         Danger keeps the model's own probability: words of danger decide before this, and no other word makes an emergency less.
 * Source: logarithmic pool; weights and counts in reliability.json, figures in docs/triage.md.
 */
export function poolKinds(reading: Reading, heard: Heard): Record<Kind, number> {
  const { all } = reading.kind
  const content = logit(reading.sentiment.positive)
  const rest = ALL.filter((kind) => kind !== 'emergency').map((kind) => {
    const bend = kind === 'praise' ? content : kind === 'complaint' ? -content : 0
    const z =
      Math.log(all[kind] + 1e-6) +
      reliability.rulesWeight * Math.log(likely[kind][heard]) +
      reliability.moodWeight * bend
    return { kind, odds: Math.exp(z) }
  })
  const sum = rest.reduce((total, { odds }) => total + odds, 0)
  const left = 1 - all.emergency
  return Object.fromEntries([
    ['emergency', all.emergency],
    ...rest.filter(({ kind }) => kind !== 'other').map(({ kind, odds }) => [kind, (odds / sum) * left]),
  ]) as Record<Kind, number>
}

/** Of somebody who has marked it as bad: what sounds like praise is meant as a complaint. */
export function withoutPraise({ praise, complaint, ...rest }: Record<Kind, number>): Record<Kind, number> {
  return { ...rest, complaint: complaint + praise, praise: 0 }
}

/** How the text names a danger: only as feared, only as denied or not at all; one that it tells of has decided before. */
type NamedDanger = 'feared' | 'denied' | 'none'
const EMERGENCY_FROM: Record<NamedDanger, number> = {
  feared: reliability.fearedEmergencyFrom,
  denied: reliability.deniedEmergencyFrom,
  none: reliability.emergencyFrom,
}

/** The likeliest; danger from less on than the others, because what is overlooked costs more. Where hardly anything is likelier than the rest, the playbook's words decide. */
export function chooseKind(kinds: Record<Kind, number>, danger: NamedDanger, heard: Heard): Kind {
  const from = EMERGENCY_FROM[danger]
  if (kinds.emergency >= from) return 'emergency'
  const most = Math.max(...CHOSEN_KINDS.slice(1).map((kind) => kinds[kind]))
  if (most < reliability.wordsDecideBelow && heard !== 'nothing' && heard !== 'empty') return heard
  return CHOSEN_KINDS.slice(1).reduce(
    (best, kind) => (kinds[kind] > kinds[best] ? kind : best),
    'complaint' as Kind,
  )
}

function logit(p: number): number {
  return Math.log((p + 0.02) / (1 - p + 0.02))
}
