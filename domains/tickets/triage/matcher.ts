import type { Playbook } from '#contracts/playbook'
import { foldText } from '#platform/fold-text'
import { isUpset, PLAIN_PHRASES, PLAIN_WORDS, SAYS_NOTHING, type Signal } from './plain-words.ts'

/** What a word speaks for: a kind or a degree, a risk group, or a category. */
export type Meaning =
  | { type: 'signal'; signal: Signal }
  | { type: 'risk'; index: number }
  | { type: 'category'; key: string }
  /** Looks like a word of feeling and says nothing: 不好意思. */
  | { type: 'nothing' }

/** A word of the playbook found in a folded text, from `from` up to and without `to`. */
export type Hit = { word: string; from: number; to: number; meaning: Meaning; plain?: boolean }

type Node = { next: Map<number, Node>; word: string; meanings: Meaning[]; plain: boolean }
type Child = Playbook['categories'][number]['children'][number]
export type Matcher = {
  find(folded: string): Hit[]
  isEmpty(folded: string): boolean
  /** The smaller categories by `parent.child`. */
  categories: ReadonlyMap<string, Child>
  /** For each risk group the words beside which it is none. */
  unless: readonly (readonly string[])[]
}

/** As the contract allows. */
const LONGEST_WORD = 40
const SIGNALS: readonly Signal[] = ['praise', 'suggestion', 'inquiry', 'complaint', 'worse', 'many']
const matchers = new WeakMap<Playbook, Matcher>()

/** The words of one playbook as one tree of letters, made once per document and dropped with it. */
export function matcherOf(playbook: Playbook): Matcher {
  const known = matchers.get(playbook)
  if (known) return known
  const made = makeMatcher(playbook)
  matchers.set(playbook, made)
  return made
}

function makeMatcher(playbook: Playbook): Matcher {
  const root: Node = emptyNode()
  for (const signal of SIGNALS) plant(root, playbook.signals[signal], { type: 'signal', signal })
  playbook.risks.forEach((risk, index) => {
    plant(root, risk.words, { type: 'risk', index })
  })
  const categories = new Map<string, Child>()
  for (const { key, children } of playbook.categories) {
    for (const child of children) {
      categories.set(`${key}.${child.key}`, child)
      plant(root, child.words, { type: 'category', key: `${key}.${child.key}` })
    }
  }
  for (const [signal, words] of Object.entries(PLAIN_WORDS)) {
    plantPlain(root, words, { type: 'signal', signal: signal as Signal })
  }
  plantPlain(root, SAYS_NOTHING, { type: 'nothing' })
  const empty = playbook.signals.empty
    .map((words) => foldText(words).trim())
    .sort((a, b) => b.length - a.length)
  return {
    find: (folded) =>
      withoutInner([...findAll(root, folded), ...findPhrases(folded)].sort((a, b) => a.from - b.from)),
    isEmpty: (folded) =>
      !isUpset(folded) &&
      !/[\p{L}\p{N}]/u.test(empty.reduce((rest, words) => rest.replaceAll(words, ''), folded)),
    categories,
    unless: playbook.risks.map((risk) => risk.unless.map(foldText)),
  }
}

function plant(root: Node, words: readonly string[], meaning: Meaning): void {
  for (const word of words) {
    const node = nodeOf(root, foldText(word))
    node.word = word
    node.meanings.push(meaning)
  }
}

/** What the playbook says about a word stands; the plain meaning only fills the gap. */
function plantPlain(root: Node, words: readonly string[], meaning: Meaning): void {
  for (const word of words) {
    const node = nodeOf(root, word)
    if (node.meanings.some((m) => m.type !== 'category')) continue
    node.word = word
    node.meanings.push(meaning)
    node.plain = true
  }
}

function nodeOf(root: Node, folded: string): Node {
  let node = root
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i)
    const next = node.next.get(code) ?? emptyNode()
    node.next.set(code, next)
    node = next
  }
  return node
}

function emptyNode(): Node {
  return { next: new Map(), word: '', meanings: [], plain: false }
}

function findPhrases(folded: string): Hit[] {
  return PLAIN_PHRASES.flatMap(({ signal, pattern }) =>
    Array.from(folded.matchAll(pattern), (found) => {
      const word = found[1] ?? found[0]
      const from = found.index + (found[1] ? found[0].indexOf(word) : 0)
      return { word, from, to: from + word.length, meaning: { type: 'signal' as const, signal }, plain: true }
    }),
  )
}

function findAll(root: Node, folded: string): Hit[] {
  const hits: Hit[] = []
  for (let from = 0; from < folded.length; from++) {
    let node = root.next.get(folded.charCodeAt(from))
    for (let to = from + 1; node; to++) {
      for (const meaning of isPartOfNumber(folded, from, to) ? [] : node.meanings)
        hits.push({ word: node.word, from, to, meaning, plain: node.plain && meaning.type === 'signal' })
      node = node.next.get(folded.charCodeAt(to))
    }
  }
  return hits
}

/** 12345 in 13812345678 is no hotline. */
function isPartOfNumber(folded: string, from: number, to: number): boolean {
  const beside = (inner: number, outer: number) => isDigit(folded[inner]) && isDigit(folded[outer])
  return beside(from, from - 1) || beside(to - 1, to)
}

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9'

/** 不好吃 is not also 好吃: where words that speak for a kind, or for a risk, share letters, one of them counts. */
function withoutInner(hits: Hit[]): Hit[] {
  return hits.filter((hit, i) => {
    for (let n = i - 1; n >= 0 && (hits[n]?.from ?? 0) > hit.from - LONGEST_WORD; n--)
      if (beats(hits[n], hit)) return false
    for (let n = i + 1; n < hits.length && (hits[n]?.from ?? 0) < hit.to; n++)
      if (beats(hits[n], hit)) return false
    return true
  })
}

/** The longer word wins; of two that only overlap the playbook's own, then the later (不好 and 好吃 in 不好吃). */
function beats(other: Hit | undefined, hit: Hit): boolean {
  if (!other || other.from >= hit.to || hit.from >= other.to) return false
  if (hit.meaning.type === 'category' || other.meaning.type === 'category') {
    const both = hit.meaning.type === other.meaning.type
    return both && isWithin(hit, other) && other.to - other.from > hit.to - hit.from
  }
  if (hit.meaning.type === 'risk' && other.meaning.type !== 'risk') return false
  const [longer, length] = [other.to - other.from, hit.to - hit.from]
  if (longer !== length)
    return longer > length && (isWithin(hit, other) || isSame(other, hit) || !other.plain)
  if (other.from === hit.from)
    return isSame(other, hit) && (!other.plain || hit.plain === true) && other.meaning !== hit.meaning
  if (other.meaning.type === 'risk' || hit.meaning.type === 'risk') return false
  return other.plain === hit.plain ? other.from > hit.from : hit.plain === true
}

function isWithin(inner: Hit, outer: Hit): boolean {
  return outer.from <= inner.from && outer.to >= inner.to
}

function isSame({ meaning: a }: Hit, { meaning: b }: Hit): boolean {
  return a.type === 'signal' && b.type === 'signal' && a.signal === b.signal
}
