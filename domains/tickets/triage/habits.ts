import type { Locale } from '#contracts/kit'
import type { Kind, Playbook } from '#contracts/playbook'
import { bend, gramsOf, type Layer } from '#domains/language'
import { categoryName, priorityOf, say } from '#domains/playbook'
import { sentence } from '#platform/locale'
import {
  impactOf,
  type Judgement,
  type RuleReading,
  shortest,
  type TriageInput,
  type TriageReason,
} from './classify.ts'
import { matcherOf } from './matcher.ts'

/** What a brand's own corrections have taught, with the key of its hashed pieces. */
export type Habits = { layer: Layer; key: number }

const WEIGHT = 5

/**
 * Bends a judgement as this brand's people have corrected such texts before.
 * Shape: what the channel or the customer chose stands; an emergency is left alone; a category that the playbook no longer has is not used. What the base said stays in `read`.
 */
export function withHabits(
  judgement: Judgement,
  { layer, key }: Habits,
  about: { playbook: Playbook; input: TriageInput; rules: RuleReading; locale: Locale },
): Judgement {
  const { playbook, input, rules, locale } = about
  const { read } = judgement
  if (!read) return judgement
  const own = { ...judgement, read: { ...read, layerId: layer.id } }
  if (judgement.emergency) return own
  const bent = bend(layer, gramsOf(input.text, key), read)
  const kind = input.sureKind ?? (bent.kind as Kind)
  const keys = input.chosenCategory ? read.categories : bent.categories
  const known = keys.filter((one) => matcherOf(playbook).categories.has(one))
  const severity = kind === 'complaint' ? Math.max(1, bent.severity) : playbook.kinds[kind].severity
  const [first] = known
  const newKind = kind !== judgement.kind
  const newCategory = first !== undefined && first !== read.categories[0]
  if (!newKind && !newCategory && severity === judgement.severity) return own
  const categories = newCategory
    ? known.map((one) => judgement.categories.find((c) => c.key === one) ?? { key: one, reasons: [] })
    : judgement.categories
  const impact = impactOf(playbook, kind, rules.evidence, [], categories[0]?.key)
  const says = [
    ...(newKind ? [say(playbook.kinds[kind].name, locale)] : []),
    ...(newCategory ? [categoryName(playbook, first, locale)] : []),
  ]
  return {
    ...own,
    kind,
    categories,
    severity,
    impact,
    priority: priorityOf(playbook, severity, impact),
    reasons: shortest([...says.map((one) => reason(one, locale)), ...judgement.reasons]),
    sure: newKind ? null : judgement.sure,
  }
}

const reason = (says: string, locale: Locale): TriageReason => ({
  kind: 'rule',
  text: sentence(locale, 'triage', 'habit', {}),
  says,
  weight: WEIGHT,
})
