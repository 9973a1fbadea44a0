import type { Playbook } from '#contracts/playbook'
import { foldText } from './fold-text.ts'

export type Signal = 'praise' | 'suggestion' | 'inquiry' | 'complaint' | 'worse' | 'many'

/** What a word speaks for: a kind or a degree, a risk group, or a category. */
export type Meaning =
  | { type: 'signal'; signal: Signal }
  | { type: 'risk'; index: number }
  | { type: 'category'; key: string }

/** A word of the playbook found in a folded text, from `from` up to and without `to`. */
export type Hit = { word: string; from: number; to: number; meaning: Meaning }

type Node = { next: Map<number, Node>; word: string; meanings: Meaning[] }
export type Matcher = { find(folded: string): Hit[]; isEmpty(folded: string): boolean }

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
  const root: Node = { next: new Map(), word: '', meanings: [] }
  for (const signal of SIGNALS) plant(root, playbook.signals[signal], { type: 'signal', signal })
  playbook.risks.forEach((risk, index) => {
    plant(root, risk.words, { type: 'risk', index })
  })
  for (const { key, children } of playbook.categories) {
    for (const child of children) plant(root, child.words, { type: 'category', key: `${key}.${child.key}` })
  }
  const empty = playbook.signals.empty
    .map((words) => foldText(words).trim())
    .sort((a, b) => b.length - a.length)
  return {
    find: (folded) => withoutInner(findAll(root, folded)),
    isEmpty: (folded) =>
      !/[\p{L}\p{N}]/u.test(empty.reduce((rest, words) => rest.replaceAll(words, ''), folded)),
  }
}

function plant(root: Node, words: readonly string[], meaning: Meaning): void {
  for (const word of words) {
    let node = root
    const folded = foldText(word)
    for (let i = 0; i < folded.length; i++) {
      const code = folded.charCodeAt(i)
      const next = node.next.get(code) ?? { next: new Map(), word: '', meanings: [] }
      node.next.set(code, next)
      node = next
    }
    node.word = word
    node.meanings.push(meaning)
  }
}

function findAll(root: Node, folded: string): Hit[] {
  const hits: Hit[] = []
  for (let from = 0; from < folded.length; from++) {
    let node = root.next.get(folded.charCodeAt(from))
    for (let to = from + 1; node; to++) {
      for (const meaning of node.meanings) hits.push({ word: node.word, from, to, meaning })
      node = node.next.get(folded.charCodeAt(to))
    }
  }
  return hits
}

/** 不好吃 is not also 好吃: of words that speak for a kind, or for a risk, only the longest at a place counts. */
function withoutInner(hits: Hit[]): Hit[] {
  const competing = (hit: Hit) => hit.meaning.type !== 'category'
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other !== hit &&
          competing(other) === competing(hit) &&
          (hit.meaning.type !== 'risk' || other.meaning.type === 'risk') &&
          other.from <= hit.from &&
          other.to >= hit.to &&
          other.to - other.from > hit.to - hit.from,
      ),
  )
}
