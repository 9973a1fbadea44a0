import type { Locale } from '#contracts/kit'
import type { Kind, Playbook } from '#contracts/playbook'
import type { Known, Reader, Reading } from '#domains/language'
import { categoryName, priorityOf, say } from '#domains/playbook'
import { chooseCategories } from './choose-categories.ts'
import {
  impactOf,
  isDispleased,
  type Judgement,
  type JudgementRead,
  quietSeverity,
  type RuleReading,
  readByRules,
  shortest,
  type TriageInput,
  type TriageReason,
  waitSeverity,
} from './classify.ts'
import type { Span } from './evidence.ts'
import { type Habits, withHabits } from './habits.ts'
import { matcherOf } from './matcher.ts'
import { mergeWords } from './merge-words.ts'
import { nearestRisk } from './nearest-risk.ts'
import { plainSpeech } from './plain-speech.ts'
import { chooseKind, poolKinds, withoutPraise } from './pool-kinds.ts'
import reliability from './reliability.json' with { type: 'json' }

/** What hears a feedback besides the playbook's words; null while there is none. */
export type Ears = {
  read: Reader | null
  habits?: Habits | null
}

const INDUSTRIES = new Set(['restaurant', 'milk_tea', 'takeaway', 'beauty', 'general'])
/** The surest of a model's reasons stands above a word's, below a danger's. */
const MODEL_WEIGHT = 4
/** Anger alone is serious; what is critical is a danger, or that it hits a crowd. */
const WORST_WITHOUT_DANGER = 3
const WORST = 4

/**
 * Judges a feedback by the playbook's words and by the learnt model together.
 * Shape:  a word of danger that is not denied is an emergency whatever the model says; what the channel itself says stands too. Otherwise both are pooled as
 *         they were measured to be right. Without a model, or without a text, the words alone judge.
 *         Last, what the brand's people have corrected before bends it (habits.ts).
 * Source: requirements T1, T2; docs/triage.md.
 */
export function judge(
  playbook: Playbook,
  input: TriageInput,
  ears: Ears,
  locale: Locale = 'zh-CN',
): Judgement {
  const rules = readByRules(playbook, input, locale)
  if (!ears.read || rules.evidence.empty) return rules.judgement
  const reading = readPlainly(ears.read, rules.evidence.unsaid, input.text, knownOf(playbook, input))
  const pooled = poolKinds(reading, rules.heard)
  const { risks, denied, worried } = rules.evidence
  const kinds = worried || isDispleased(input) ? withoutPraise(pooled) : pooled
  const named = risks.some((risk) => risk.feared) ? 'feared' : denied > 0 ? 'denied' : 'none'
  const fixed = rules.dangers.length > 0 ? 'emergency' : input.sureKind
  const kind = fixed ?? chooseKind(kinds, named, rules.heard)
  const judgement = judged({
    playbook,
    input,
    rules,
    reading,
    kinds,
    kind,
    fixed: fixed !== undefined,
    locale,
  })
  return ears.habits ? withHabits(judgement, ears.habits, { playbook, input, rules, locale }) : judgement
}

/** What the model is to hear; where a text only denies or fears, it has no danger to hear at all. */
function readPlainly(read: Reader, unsaid: readonly Span[], text: string, known: Known): Reading {
  const plain = plainSpeech(text, unsaid)
  if (/[\p{L}\p{N}]/u.test(plain)) return read(plain, known)
  const { kind, ...rest } = read(text, known)
  return { ...rest, kind: { ...kind, all: { ...kind.all, emergency: 0 } } }
}

type Case = {
  playbook: Playbook
  input: TriageInput
  rules: RuleReading
  reading: Reading
  kinds: Record<Kind, number>
  kind: Kind
  fixed: boolean
  locale: Locale
}

function judged(one: Case): Judgement {
  const { playbook, input, rules, reading, kinds, kind, fixed } = one
  const dangers = kind === 'emergency' ? dangersOf(one) : rules.dangers
  const aspects = aspectsOf(playbook, kind, reading)
  const categories = chooseCategories(playbook, kind, rules.evidence, dangers, input.chosenCategory, aspects)
  const severity = severityOf(one, categories, dangers)
  const impact = impactOf(playbook, kind, rules.evidence, dangers, categories[0]?.key)
  const keys = categories.map(({ key }) => key)
  return {
    kind,
    categories,
    severity,
    impact,
    priority: priorityOf(playbook, severity, impact),
    risks: [...new Set(dangers.map((risk) => playbook.risks[risk.index]?.key ?? ''))],
    sentiment: reading.sentiment.positive * 2 - 1,
    reasons: reasonsOf(one, aspects, keys),
    empty: rules.judgement.empty,
    emergency: kind === 'emergency',
    by: fixed ? 'rules' : 'model',
    sure: fixed ? null : kinds[kind],
    read: readOf(one, keys, severity),
  }
}

const readOf = ({ kind, kinds, reading }: Case, categories: string[], severity: number): JudgementRead => ({
  kind,
  categories,
  severity,
  kinds: Object.fromEntries(Object.entries(kinds).map(([key, p]) => [key, rounded(p)])) as Record<
    Kind,
    number
  >,
  severities: reading.severity.all.map(rounded),
  layerId: null,
})

const rounded = (p: number): number => Math.round(p * 1000) / 1000

function knownOf(playbook: Playbook, { stars, mood, channel }: TriageInput): Known {
  const felt = stars ?? (mood === 'bad' ? 2 : mood === 'good' ? 4 : null)
  return {
    channel,
    ...(felt == null ? {} : { stars: felt }),
    ...(INDUSTRIES.has(playbook.industry) ? { industry: playbook.industry } : {}),
  }
}

/** A danger that none of the playbook's words named is taken for the one it resembles most. */
function dangersOf({ playbook, input, rules, reading }: Case): RuleReading['dangers'] {
  if (rules.dangers.length > 0) return rules.dangers
  const index = nearestRisk(playbook, input.text)
  return index < 0
    ? []
    : [
        {
          index,
          shown:
            [...reading.danger.words, ...reading.kind.words].find((word) => input.text.includes(word)) ?? '',
          feared: false,
        },
      ]
}

type HeardAspect = { key: string; words: string[]; sure: number }

/** What is spoken of, as categories that this playbook has; the surest first. A complaint is about what was bad. */
function aspectsOf(playbook: Playbook, kind: Kind, { aspects }: Reading): HeardAspect[] {
  const known = matcherOf(playbook).categories
  const wanted =
    kind === 'complaint' || kind === 'emergency' ? 'negative' : kind === 'praise' ? 'positive' : null
  const found = new Map<string, HeardAspect>()
  for (const { probability, polarity, categories, words } of aspects.toSorted(
    (a, b) => b.probability - a.probability,
  )) {
    if (wanted && polarity !== wanted) continue
    const key = categories.find((category) => known.has(category))
    if (key && !found.has(key)) found.set(key, { key, words, sure: probability })
  }
  return [...found.values()]
}

/** A danger that the model alone hears, and surely, is as grave as the playbook says of the one it resembles, or of an emergency as such: people are called for it as for a word. */
function severityOf(
  { playbook, kind, kinds, rules, reading }: Case,
  categories: { key: string }[],
  resembled: RuleReading['dangers'],
): number {
  if (kind !== 'complaint' && kind !== 'emergency') return quietSeverity(playbook, kind, rules.evidence)
  const { judgement, evidence, dangers } = rules
  if (dangers.length > 0) return judgement.severity
  const mean = reading.severity.all.reduce((sum, p, place) => sum + p * (place + 1), 0)
  if (kind === 'emergency') {
    const grave =
      kinds.emergency < reliability.callsFrom
        ? 0
        : Math.max(
            ...resembled.map(({ index }) => playbook.risks[index]?.severity ?? 0),
            resembled.length > 0 ? 0 : playbook.kinds.emergency.severity,
          )
    return Math.min(4, Math.max(3, grave, Math.round(mean)))
  }
  const main = categories[0]?.key
  const named = judgement.kind === 'complaint' && main !== undefined && evidence.categories.has(main)
  const part = named ? reliability.severityRulesWeight : 0
  const top = evidence.crowd ? WORST : WORST_WITHOUT_DANGER
  const least = Math.max(waitSeverity(evidence), 1)
  const mixed = Math.min(top, Math.max(least, Math.round((1 - part) * mean + part * judgement.severity)))
  if (evidence.risks.some((risk) => risk.feared)) return Math.max(3, mixed)
  if (
    judgement.kind === 'complaint' &&
    evidence.softened &&
    evidence.signs.some((s) => s.signal === 'complaint')
  )
    return 1
  return mixed
}

/** The model's own first when it decided, with the words of the text that speak for it; a text without any sign needs no such line beside it. */
function reasonsOf(
  { playbook, input, rules, reading, kinds, kind, fixed, locale }: Case,
  aspects: HeardAspect[],
  keys: string[],
): TriageReason[] {
  const own: TriageReason[] = []
  if (!fixed) {
    const words =
      kind === 'emergency' && reading.danger.words.length
        ? reading.danger.words
        : reading.kind.value === kind
          ? reading.kind.words
          : []
    own.push({
      kind: 'model',
      text: quoted(input.text, words),
      says: say(playbook.kinds[kind].name, locale),
      weight: MODEL_WEIGHT,
      sure: percent(kinds[kind]),
    })
  }
  for (const { key, words, sure } of aspects.filter((aspect) => keys.includes(aspect.key)))
    own.push({
      kind: 'model',
      text: quoted(input.text, words),
      says: categoryName(playbook, key, locale),
      weight: 0.9,
      sure: percent(sure),
    })
  const said = fixed
    ? rules.judgement.reasons
    : rules.judgement.reasons.filter(({ kind: source, weight }) => source !== 'rule' || weight > 0.1)
  return shortest([...own, ...said])
}

const quoted = (text: string, words: readonly string[]): string =>
  mergeWords(
    text,
    words.filter((word) => text.includes(word)),
  ).join('、')

const percent = (p: number): number => Math.min(99, Math.round(p * 100))
