import type { Playbook } from '#contracts/playbook'
import { foldText } from '#platform/fold-text'
import {
  degreeOf,
  denialLength,
  deniedAfter,
  deniesElse,
  fearLength,
  isCalmed,
  isCrowd,
  isFeared,
  isOwed,
  isSettled,
  isStrong,
  isSuspected,
  MEND,
  QUESTION,
  QUESTION_MARK,
  RHETORICAL,
  turns,
  WISH,
  waitIn,
} from './grammar.ts'
import { type Hit, matcherOf } from './matcher.ts'
import type { Signal } from './plain-words.ts'
import { MILD } from './plain-words.ts'

/** One thing in a text that speaks for a kind. `shown` is as the customer wrote it; a weight of 1 is one plain word. */
export type Sign = { signal: Signal; shown: string; weight: number }
export type Span = { from: number; to: number }
export type RiskSign = { index: number; shown: string; feared: boolean }

export type Evidence = {
  signs: Sign[]
  risks: RiskSign[]
  /** Words of danger that are denied or excused right there. */
  denied: number
  /** A danger is feared, and nothing behind it takes the fear back. */
  worried: boolean
  /** Where dangers are named only to say that they are not so or are feared. */
  unsaid: Span[]
  /** Category key → the words that speak for it. */
  categories: Map<string, Map<string, number>>
  /** Those of them that a word names which is not denied right there. */
  affirmed: Set<string>
  wait: { minutes: number; text: string; quick: boolean } | null
  /** How sure it is that an answer is asked for, 0 … 1. */
  asks: number
  /** Every complaint was softened (有点咸). */
  softened: boolean
  /** An event, a class, a house: so many are concerned. */
  crowd: boolean
  empty: boolean
}

const CLAUSE_END = /[，。！？!?,;；、~～…\n.]| {1,}/
const REACH = 24
/** Behind a word a denial is about it only where the clause ends: 异物没有, but 拉肚子没人管. */
const DENIED_BEHIND =
  /^(?:都|也|倒是?|是|什么的){0,2}(?:没有?|不会有?|无)(?:[了过的]|发现|见到|看到|吃到)?(?:$|[，。！？!?,;；、~～…\n. ])/
const EITHER_OR = /^[^，。！？!?,;；、\s]{0,6}就是/
const DENIAL = /^(?:没有?|不会?|无)$/
/** 不小心烫伤 is no 小心烫伤. */
const UNHEEDED = /[不没]$/
const AFTER_BUT = 1.4
const BEFORE_BUT = 0.75
/** 很好吃，就是有点远: what is only named in passing; 就是太慢 is more than that. */
const IN_PASSING = 0.5
const IN_PASSING_STRONG = 0.85
/** A word that is not the playbook's own. */
const PLAIN = 0.9
const DENIED_PRAISE = 1.1
const DENIED_COMPLAINT = 0.3

/** Everything a text says, found by the playbook's words and the language's own rules of denial, degree and contrast. */
export function readEvidence(playbook: Playbook, text: string): Evidence {
  const folded = foldText(text)
  const matcher = matcherOf(playbook)
  const starts = clauseStarts(folded)
  const bends = turns(folded)
  const evidence: Evidence = {
    signs: [],
    risks: [],
    denied: 0,
    worried: false,
    unsaid: [],
    categories: new Map(),
    affirmed: new Set(),
    wait: waitIn(folded),
    asks: QUESTION.test(folded) ? 0.8 : QUESTION_MARK.test(folded) ? 0.3 : 0,
    softened: true,
    crowd: isCrowd(folded),
    empty: matcher.isEmpty(folded),
  }
  const hits = matcher.find(folded)
  const denied = readDangers(evidence, { playbook, text, folded, starts, hits })
  let praisedBefore = false
  for (const hit of hits) {
    const before = beforeHit(folded, starts, hit)
    if (hit.meaning.type === 'category') {
      const { key } = hit.meaning
      const isDenied = denied.some((one) => one.category === key && overlap(one.hit, hit))
      if (isDenied) continue
      addCategory(evidence, key, hit)
      if (deniedAfter(before, folded[hit.from] ?? '', true) !== 'yes') evidence.affirmed.add(key)
    } else if (hit.meaning.type === 'signal') {
      const sign = readSign(text, folded, before, hit, hit.meaning.signal)
      if (!sign) continue
      sign.weight *= bendWeight(before, hit, sign.signal, bends, praisedBefore)
      praisedBefore ||= sign.signal === 'praise'
      if (sign.signal === 'complaint' && degreeOf(before) >= 1) evidence.softened = false
      evidence.signs.push(sign)
    }
  }
  addPhrases(evidence, folded)
  return evidence
}

type Found = {
  playbook: Playbook
  text: string
  folded: string
  starts: readonly number[]
  hits: readonly Hit[]
}

/** Fills in the dangers, before anything else is read: what is denied names no category. Returns the denied ones. */
function readDangers(evidence: Evidence, { playbook, text, folded, starts, hits }: Found) {
  const denied: { category: string; hit: Hit }[] = []
  for (const hit of hits) {
    if (hit.meaning.type !== 'risk') continue
    const { index } = hit.meaning
    const before = beforeHit(folded, starts, hit)
    const unsaid = isUnsaid(folded, before, hit)
    const risk = readRisk({ playbook, text, folded, before, hit, index, unsaid })
    if (risk) evidence.risks.push(risk)
    else denied.push({ category: playbook.risks[index]?.category ?? '', hit })
    const back = unsaid ? denialLength(before, true) : 0
    const feared = risk?.feared ? fearLength(before) : 0
    evidence.worried ||= risk?.feared === true && !isCalmed(folded.slice(hit.to))
    if (back + feared > 0) evidence.unsaid.push({ from: hit.from - Math.max(back, feared), to: hit.to })
  }
  evidence.denied = denied.length
  return denied
}

/** What stands before a word in its clause; further back nothing changes its meaning, and long texts stay quick. */
function beforeHit(folded: string, starts: readonly number[], hit: Hit): string {
  return folded.slice(Math.max(starts[hit.from] ?? 0, hit.from - REACH), hit.from)
}

function readSign(text: string, folded: string, before: string, hit: Hit, signal: Signal): Sign | null {
  const denial = deniedAfter(before, folded[hit.from] ?? '')
  const plain = (weight: number) => ({ signal, shown: text.slice(hit.from, hit.to), weight })
  if (signal === 'suggestion' && denial === 'yes') return { ...plain(1), signal: 'complaint' }
  if (signal === 'inquiry') return plain(/^.?[?？]$/.test(hit.word) ? 0.3 : 1)
  if (signal !== 'praise' && signal !== 'complaint') return plain(hit.to - hit.from > 1 ? 1 : 0.7)
  const degree = degreeOf(before)
  if (denial === 'asked') return null
  if (denial === 'no') return plain(degree * lengthWeight(hit))
  const shown = text.slice(hit.from - denialLength(before), hit.to)
  if (signal === 'praise') return { signal: 'complaint', shown, weight: DENIED_PRAISE }
  if (isOwed(hit.word)) return { signal: 'complaint', shown, weight: lengthWeight(hit) }
  return { signal: 'praise', shown, weight: DENIED_COMPLAINT }
}

type RiskHit = {
  playbook: Playbook
  text: string
  folded: string
  before: string
  hit: Hit
  index: number
  unsaid: boolean
}

/** A word of danger, unless it is denied right there (没有异物), a word beside it says otherwise, or it is a settled matter. */
function readRisk({ playbook, text, folded, before, hit, index, unsaid }: RiskHit): RiskSign | null {
  const after = folded.slice(hit.to, hit.to + REACH)
  const suspected = unsaid && isSuspected(after)
  const isAsked = deniedAfter(before, folded[hit.from] ?? '', true) === 'asked'
  if (isAsked || (unsaid && !suspected) || DENIED_BEHIND.test(after)) return null
  const cancelled = matcherOf(playbook).unless[index]?.some(
    (word) => isBeside(folded, before, hit, word) || coversHit(folded, hit, word),
  )
  if (cancelled || isSettled(before, after)) return null
  return {
    index,
    shown: text.slice(hit.from, hit.to),
    feared: suspected || isFeared(before, hit.word, after),
  }
}

/** Denied right before it; 不是发霉就是有味 denies neither. */
function isUnsaid(folded: string, before: string, hit: Hit): boolean {
  if (deniedAfter(before, folded[hit.from] ?? '', true) !== 'yes') return false
  if (deniesElse(before, folded.slice(hit.to, hit.to + REACH))) return false
  return !(before.endsWith('不是') && EITHER_OR.test(folded.slice(hit.to, hit.to + REACH)))
}

/** Right before or after in the same clause; one letter may stand between, except beside an exception of one letter. */
function isBeside(folded: string, before: string, hit: Hit, word: string): boolean {
  const gap = word.length > 1 ? 1 : 0
  const at = before.lastIndexOf(word)
  if (at >= 0 && at >= before.length - word.length - gap) return !UNHEEDED.test(before.slice(0, at))
  const after = folded.slice(hit.to, hit.to + word.length + gap)
  if (!after.includes(word) || CLAUSE_END.test(after.slice(0, after.indexOf(word)))) return false
  return !DENIAL.test(word)
}

const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** An exception may contain the word itself: 虫草花 for 虫. */
function coversHit(folded: string, hit: Hit, other: string): boolean {
  if (other.length <= hit.to - hit.from || !other.includes(folded.slice(hit.from, hit.to))) return false
  const from = Math.max(0, hit.to - other.length)
  return folded.slice(from, hit.from + other.length).includes(other)
}

function bendWeight(
  before: string,
  hit: Hit,
  signal: Signal,
  bends: readonly { at: number; mild: boolean }[],
  praised: boolean,
): number {
  const bend = bends.findLast((b) => b.at < hit.from)
  if (bend && !bend.mild) return AFTER_BUT
  if (bend?.mild) {
    if (signal !== 'complaint' || !praised) return 1
    return degreeOf(before) > 1 || isStrong(hit.word) ? IN_PASSING_STRONG : IN_PASSING
  }
  return bends.some((b) => !b.mild && b.at > hit.from) ? BEFORE_BUT : 1
}

function addPhrases(evidence: Evidence, folded: string): void {
  const wish = WISH.exec(folded)
  if (wish) {
    const named = evidence.signs.some((s) => s.signal === 'suggestion')
    evidence.signs.push({ signal: 'suggestion', shown: wish[0], weight: named ? 0.2 : 1.2 })
  }
  const praised = evidence.signs.some((s) => s.signal === 'praise')
  if (evidence.signs.some((s) => s.signal === 'suggestion') && MEND.test(folded)) {
    evidence.signs.push({
      signal: 'complaint',
      shown: MEND.exec(folded)?.[0] ?? '',
      weight: praised ? 0.5 : 1,
    })
  }
  const angry = RHETORICAL.exec(folded)
  if (angry) {
    evidence.asks = 0
    evidence.softened = false
    evidence.signs.push({ signal: 'complaint', shown: angry[0], weight: 1.2 })
  }
  const { wait } = evidence
  if (!wait) return
  if (wait.quick || wait.minutes < 30) {
    if (wait.quick) evidence.signs.push({ signal: 'praise', shown: wait.text, weight: 0.7 })
    return
  }
  evidence.softened = false
  evidence.signs.push({ signal: 'complaint', shown: wait.text, weight: wait.minutes >= 60 ? 2 : 1.2 })
}

function addCategory(evidence: Evidence, key: string, hit: Hit): void {
  const words = evidence.categories.get(key) ?? new Map<string, number>()
  words.set(hit.word, lengthWeight(hit))
  evidence.categories.set(key, words)
}

/** Longer words are surer: 差 0.7, 难吃 1, 服务态度 1.3. */
function lengthWeight(hit: Hit): number {
  const weight = Math.min(1.5, 0.55 + 0.22 * (hit.to - hit.from))
  if (MILD.has(hit.word)) return 0.5
  if (!hit.plain) return weight
  return weight * PLAIN
}

/** For every place the start of its clause; a denial does not reach over a comma. */
function clauseStarts(folded: string): number[] {
  const starts: number[] = []
  let start = 0
  for (let i = 0; i < folded.length; i++) {
    starts.push(start)
    if (CLAUSE_END.test(folded[i] ?? '')) start = i + 1
  }
  return starts
}
