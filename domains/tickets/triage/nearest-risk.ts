import type { Playbook } from '#contracts/playbook'
import { foldText } from '#platform/fold-text'
import { matcherOf } from './matcher.ts'

/** Particles and the like: a pair with one of them is in any text. */
const EMPTY =
  /[了的我你他她它们一二两三几是有在到个着里都没不也就还这那和跟把被给让上下大小好多又去来说点得后前时候么什您啊吧呢过要会能可以为因店品服务员客人已经开始]/
/** Whom or what something happens to, and how bad it is: not what happens. */
const BESIDE = new Set([
  '手机',
  '电话',
  '电动',
  '动车',
  '监控',
  '收银',
  '银台',
  '骑手',
  '外送',
  '外卖',
  '日期',
  '严重',
  '安全',
])
/** One rare pair that is no other risk's; less is a guess. */
const LEAST = 1
/** The next risk may have half of it at most. */
const LEAD = 2

const pairsOfRisks = new WeakMap<Playbook, Set<string>[]>()

/**
 * Which of the playbook's risks a danger without any of its words resembles: most pairs of signs in common with the risk's words; pairs of several risks count less, pairs
 * that the words of its ordinary categories have too nothing.
 *         A risk with a word of its own in the text is none: it was read and is denied (没有煤气味).
 * Shape: place in `risks`; −1 when it resembles none clearly, for then nobody is helped by a guess: a person chooses.
 */
export function nearestRisk(playbook: Playbook, text: string): number {
  const risks = pairsOf(playbook)
  const folded = foldText(text)
  const said = [...pairs(folded)]
  const denied = new Set(
    matcherOf(playbook)
      .find(folded)
      .flatMap(({ meaning }) => (meaning.type === 'risk' ? [meaning.index] : [])),
  )
  const scores = risks.map((own, index) =>
    said.reduce(
      (sum, pair) =>
        own.has(pair) && !denied.has(index) ? sum + 1 / risks.filter((other) => other.has(pair)).length : sum,
      0,
    ),
  )
  const [most = 0, next = 0] = scores.toSorted((a, b) => b - a)
  return most >= LEAST && most >= next * LEAD ? scores.indexOf(most) : -1
}

function pairsOf(playbook: Playbook): Set<string>[] {
  const known = pairsOfRisks.get(playbook)
  if (known) return known
  const ordinary = ordinaryPairs(playbook)
  const made = playbook.risks.map(
    ({ words }) =>
      new Set(words.flatMap((word) => [...pairs(foldText(word))].filter((pair) => !ordinary.has(pair)))),
  )
  pairsOfRisks.set(playbook, made)
  return made
}

function ordinaryPairs({ categories, risks }: Playbook): Set<string> {
  const dangerous = new Set(risks.map((risk) => risk.category))
  return new Set(
    categories.flatMap(({ key, children }) =>
      children
        .filter((child) => !dangerous.has(`${key}.${child.key}`))
        .flatMap(({ words }) => words.flatMap((word) => [...pairs(foldText(word))])),
    ),
  )
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2)
    if (/^[\p{L}\p{N}]{2}$/u.test(pair) && !EMPTY.test(pair) && !BESIDE.has(pair)) found.add(pair)
  }
  return found
}
