import type { Mood } from '#contracts/channels'
import type { Locale } from '#contracts/kit'
import type { ChannelKind, Kind, Playbook, Priority } from '#contracts/playbook'
import { categoryName, priorityOf, say } from '#domains/playbook'
import { sentence } from '#platform/locale'
import { chooseCategories } from './choose-categories.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import { matcherOf } from './matcher.ts'
import { mergeReasons } from './merge-words.ts'

export type TriageInput = {
  text: string
  channel: ChannelKind
  mood?: Mood | null | undefined
  stars?: number | null | undefined
  /** `parent.child` the customer chose on the form. */
  chosenCategory?: string | null | undefined
  /** What the channel itself says it is (a platform's complaint); danger still counts more. */
  sureKind?: Kind | undefined
  /** A danger that whoever asks has established (a strong reaction after a treatment): key of the playbook's risk, and the words that said so. */
  sureRisk?: { key: string; shown: string } | undefined
}

/** `text` is what was found, `says` what it speaks for; `weight` orders them, 1 is one plain word. */
export type TriageReason = {
  kind: 'word' | 'stars' | 'mood' | 'channel' | 'choice' | 'rule' | 'model'
  text: string
  says: string
  weight: number
  /** Of a model: in per cent. */
  sure?: number
}

export type Judgement = {
  kind: Kind
  /** The main one first, three at most, never none. */
  categories: { key: string; reasons: string[] }[]
  severity: number
  impact: number
  priority: Priority
  /** Keys of the risk groups that were hit. */
  risks: string[]
  /** −1 bitter … 1 delighted. */
  sentiment: number
  /** For an agent to read beside the judgement: the strongest first, six at most. */
  reasons: TriageReason[]
  /** Nothing to answer: to be set aside. */
  empty: boolean
  emergency: boolean
  /** Whose word decided the kind. */
  by: 'rules' | 'model'
  /** Probability of the kind, 0 … 1; null where a word of danger or the channel itself decided, and without a model. */
  sure: number | null
  /** What was learnt from, kept beside the ticket; null without a model. */
  read: JudgementRead | null
}

/** Probabilities without the brand's own layer: what corrections are measured against. */
export type JudgementRead = {
  kind: Kind
  categories: string[]
  severity: number
  kinds: Record<Kind, number>
  severities: number[]
  layerId: string | null
}

/** The seam: whatever judges a feedback has this shape, the playbook's words alone or together with what was learnt (judge.ts). */
export type Classifier = (playbook: Playbook, input: TriageInput, locale?: Locale) => Judgement

/** What the rules make of the words alone; `nothing`: no word speaks for anything. */
export type Heard = Kind | 'nothing' | 'empty'
/** A judgement with what it stands on. */
export type RuleReading = {
  judgement: Judgement
  evidence: Evidence
  dangers: Evidence['risks']
  heard: Heard
}

type Scores = Record<'praise' | 'suggestion' | 'inquiry' | 'complaint', number>

/**
 * Judges a feedback by the playbook's words, stars, the mood and category the customer chose.
 * Shape:  a word of danger that is not denied is an emergency whatever else is said. What is dissatisfied in the main is a
 *         complaint even when it wishes or asks. A text without any sign is taken as a complaint: better answered than overlooked.
 * Source: requirements T2, T3; shared labelling rules for kinds and severity.
 */
export const classify: Classifier = (playbook, input, locale) =>
  readByRules(playbook, input, locale).judgement

export function readByRules(playbook: Playbook, input: TriageInput, locale: Locale = 'zh-CN'): RuleReading {
  const evidence = withSure(playbook, input, readEvidence(playbook, input.text))
  const { scores, reasons } = weigh(playbook, input, evidence, locale)
  const heard = hear(playbook, input.text, evidence)
  const dangers = evidence.risks.filter((risk) => !risk.feared)
  const kind = dangers.length > 0 ? 'emergency' : (input.sureKind ?? decide(scores, evidence, input))
  const categories = chooseCategories(playbook, kind, evidence, dangers, input.chosenCategory)
  const severity = severityOf(playbook, kind, evidence, dangers, categories[0]?.key)
  const impact = impactOf(playbook, kind, evidence, dangers, categories[0]?.key)
  const judgement: Judgement = {
    kind,
    categories,
    severity,
    impact,
    priority: priorityOf(playbook, severity, impact),
    risks: [...new Set(dangers.map((risk) => playbook.risks[risk.index]?.key ?? ''))],
    sentiment: (scores.praise - scores.complaint) / (scores.praise + scores.complaint + 1),
    reasons: shortest(mergeReasons(input.text, reasons)),
    empty: isEmpty(evidence, input),
    emergency: kind === 'emergency',
    by: 'rules',
    sure: null,
    read: null,
  }
  return { judgement, evidence, dangers, heard }
}

/** What the words say for themselves, without stars, mood or choice: this is what is measured (reliability.json). */
function hear(playbook: Playbook, text: string, evidence: Evidence): Heard {
  if (evidence.empty) return 'empty'
  if (evidence.risks.some((risk) => !risk.feared)) return 'emergency'
  const alone: TriageInput = { text, channel: 'qr' }
  const { scores } = weigh(playbook, alone, evidence, 'zh-CN')
  const silent = Object.values(scores).every((score) => score === 0)
  return silent ? 'nothing' : decide(scores, evidence, alone)
}

function withSure(playbook: Playbook, { sureRisk }: TriageInput, evidence: Evidence): Evidence {
  const index = sureRisk ? playbook.risks.findIndex(({ key }) => key === sureRisk.key) : -1
  if (!sureRisk || index < 0) return evidence
  return { ...evidence, risks: [{ index, shown: sureRisk.shown, feared: false }, ...evidence.risks] }
}

function weigh(playbook: Playbook, input: TriageInput, evidence: Evidence, locale: Locale) {
  const scores: Scores = { praise: 0, suggestion: 0, inquiry: 0, complaint: 0 }
  const reasons: TriageReason[] = []
  const kindName = (kind: Kind) => say(playbook.kinds[kind].name, locale)
  const told = (key: string, data: Record<string, unknown> = {}) => sentence(locale, 'triage', key, data)
  const add = (kind: keyof Scores, weight: number, reason: TriageReason['kind'], text: string) => {
    scores[kind] += weight
    reasons.push({ kind: reason, text, says: kindName(kind), weight })
  }
  for (const risk of evidence.risks) {
    const group = playbook.risks[risk.index]
    const name = group ? say(group.name, locale) : ''
    const says = risk.feared ? told('feared', { risk: name }) : name
    if (risk.feared) scores.complaint += 1
    reasons.push({ kind: 'word', text: risk.shown, says, weight: risk.feared ? 1 : 9 })
  }
  for (const { signal, shown, weight } of evidence.signs) {
    if (signal === 'worse' || signal === 'many')
      reasons.push({ kind: 'word', text: shown, says: told(signal), weight: 0.5 })
    else add(signal, weight, 'word', shown)
  }
  if (evidence.asks > 0) add('inquiry', evidence.asks, 'rule', told('asks'))
  const { stars, mood } = input
  if (stars != null) {
    if (stars <= 2) add('complaint', stars === 1 ? 3 : 2.4, 'stars', told('stars', { stars, count: stars }))
    else if (stars >= 4)
      add('praise', stars === 5 ? 2.2 : 1.4, 'stars', told('stars', { stars, count: stars }))
    else add('complaint', 0.6, 'stars', told('stars', { stars, count: stars }))
  }
  if (mood === 'bad') add('complaint', 2.2, 'mood', told('moodBad'))
  else if (mood === 'good') add('praise', 2, 'mood', told('moodGood'))
  if (input.chosenCategory) {
    reasons.push({
      kind: 'choice',
      text: told('chosen'),
      says: categoryName(playbook, input.chosenCategory, locale),
      weight: 2.5,
    })
  }
  if (reasons.length === 0)
    reasons.push({ kind: 'rule', text: told('nothing'), says: kindName('complaint'), weight: 0.1 })
  return { scores, reasons }
}

function decide(scores: Scores, evidence: Evidence, input: TriageInput): Kind {
  const { suggestion, inquiry, complaint } = scores
  const praise = evidence.worried || isDispleased(input) ? 0 : scores.praise
  const unhappy = complaint > 0 && complaint >= praise * 0.75
  if (unhappy) {
    if (input.mood === 'bad' || (input.stars ?? 5) <= 2) {
      const onlyAsks = inquiry > 0 && !evidence.signs.some((s) => s.signal === 'complaint')
      return onlyAsks && input.mood === 'bad' && input.stars == null ? 'inquiry' : 'complaint'
    }
    if (suggestion > complaint * 1.3 && suggestion >= inquiry) return 'suggestion'
    return inquiry > complaint * 1.5 ? 'inquiry' : 'complaint'
  }
  if (suggestion > 0 && suggestion >= praise * 0.8 && suggestion >= inquiry) return 'suggestion'
  if (inquiry >= (isShort(input.text) ? 0.3 : 0.8) && inquiry >= praise) return 'inquiry'
  return praise > 0 ? 'praise' : 'complaint'
}

/** Who gives a bad mark and laughs is no praise (哈哈哈绝了). */
export function isDispleased({ mood, stars }: TriageInput): boolean {
  return mood === 'bad' || (stars ?? 5) <= 2
}

/** A lone question mark makes an inquiry of a short text; a long one with a question mark tells what went wrong. */
function isShort(text: string): boolean {
  return text.length <= 14
}

function severityOf(
  playbook: Playbook,
  kind: Kind,
  evidence: Evidence,
  dangers: Evidence['risks'],
  main: string | undefined,
): number {
  if (kind === 'emergency')
    return Math.max(...dangers.map((risk) => playbook.risks[risk.index]?.severity ?? 4))
  if (kind !== 'complaint') return quietSeverity(playbook, kind, evidence)
  const found = main !== undefined && evidence.categories.has(main)
  const named = found ? matcherOf(playbook).categories.get(main)?.severity : undefined
  let severity = named ?? Math.max(1, playbook.kinds.complaint.severity)
  if (evidence.softened && evidence.signs.some((s) => s.signal === 'complaint'))
    severity = Math.min(severity, 1)
  severity = Math.max(severity, waitSeverity(evidence))
  if (evidence.risks.some((risk) => risk.feared)) severity = Math.max(severity, 3)
  if (evidence.signs.some((s) => s.signal === 'worse')) severity += 1
  return Math.min(severity, Math.max(3, named ?? 0))
}

const WORRIED = 2

/** Of what is neither danger nor complaint: who asks or wishes for fear of a danger is not left for last. */
export function quietSeverity(playbook: Playbook, kind: Kind, { worried }: Evidence): number {
  return Math.max(playbook.kinds[kind].severity, worried ? WORRIED : 0)
}

/**
 * From how many minutes of waiting on a complaint is at least how bad; the last one reached counts. An hour is a clear failure of the promise; two hours are labelled as one
 * too, wherever we have labelled them.
 */
const WAIT_SEVERITY = [
  [60, 2],
  [180, 3],
] as const

/** How bad a wait that is named is at least; 0 without one, or where it is told as quick (20 分钟就到了). */
export function waitSeverity({ wait }: Evidence): number {
  if (!wait || wait.quick) return 0
  return Math.max(0, ...WAIT_SEVERITY.map(([minutes, severity]) => (wait.minutes >= minutes ? severity : 0)))
}

export function impactOf(
  playbook: Playbook,
  kind: Kind,
  evidence: Evidence,
  dangers: Evidence['risks'],
  main: string | undefined,
): number {
  const many = evidence.signs.some((s) => s.signal === 'many') ? 1 : 0
  const own = playbook.kinds[kind].impact
  if (kind === 'emergency') {
    const named = dangers.map((risk) => playbook.risks[risk.index]?.impact ?? own)
    return Math.min(4, (named.length ? Math.max(...named) : own) + many)
  }
  if (kind !== 'complaint') return own
  const named =
    main !== undefined && evidence.categories.has(main)
      ? matcherOf(playbook).categories.get(main)?.impact
      : undefined
  return Math.min(4, (named ?? own) + many)
}

/** A form with a bad mood or few stars says something even without words. */
function isEmpty(evidence: Evidence, input: TriageInput): boolean {
  if (!evidence.empty || input.chosenCategory) return false
  return input.mood == null && (input.stars == null || input.stars >= 4)
}

export function shortest(reasons: readonly TriageReason[]): TriageReason[] {
  const seen = new Set<string>()
  return [...reasons]
    .sort((a, b) => b.weight - a.weight)
    .filter((reason) => {
      const id = `${reason.text} ${reason.says}`
      return seen.has(id) ? false : seen.add(id)
    })
    .slice(0, 6)
}
