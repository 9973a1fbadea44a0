import type { MatterReason } from '#contracts/tickets/links'

/** What a comparison looks at. `matched`: how probably two different files are one person's; null when nobody suspects it. */
export type MatterSide = {
  customer: string | null
  shop: string | null
  order: string
  channel: string
  kind: string
  category: string
  text: string
  at: Date
}
export type Judged = { probability: number; reasons: MatterReason[] }

/** Bits before anything is compared: of the tickets of a shop in some days, few are about one matter. */
const PRIOR = -7
const SURE = 12
const HOUR_MS = 3_600_000

/**
 * How probably two tickets tell of one matter: the evidence adds up in bits (Fellegi and Sunter 1969, as customers/match does), for and against.
 * Shape: a known customer alone is a toss-up; the same order, like words or the same hour decide. An order each speaks against it,
 *        and so do praise beside a complaint and two sorts of trouble. `reasons` have the strongest first.
 */
export function judgeMatter(one: MatterSide, other: MatterSide, matched: number | null): Judged {
  const reasons: MatterReason[] = []
  const add = (what: MatterReason['what'], bits: number, data?: MatterReason['data']) => {
    if (bits) reasons.push({ what, bits: Math.round(bits * 10) / 10, ...(data ? { data } : {}) })
  }
  if (one.customer && other.customer) {
    if (one.customer === other.customer) add('customer', 7)
    else if (matched !== null)
      add('likely_customer', Math.min(6, 2 + Math.log2(matched / Math.max(1 - matched, 0.01))))
    else add('customer_differs', -6)
  }
  if (one.order && other.order)
    add(one.order === other.order ? 'order' : 'order_differs', one.order === other.order ? 7 : -5)
  if (one.shop && other.shop)
    add(one.shop === other.shop ? 'shop' : 'shop_differs', one.shop === other.shop ? 1 : -3)
  const alike = likeness(one.text, other.text)
  add('words', wordBits(alike, Math.min(one.text.length, other.text.length)), {
    percent: Math.round(alike * 100),
  })
  if (one.category === other.category) add('category', 1.5)
  else if (topicOf(one) !== topicOf(other)) add('category_differs', -1)
  if ((one.kind === 'praise') !== (other.kind === 'praise')) add('mood_differs', -3)
  const hours = Math.abs(one.at.getTime() - other.at.getTime()) / HOUR_MS
  add('time', hours <= 1 ? 2 : hours <= 24 ? 1 : hours > 48 ? -0.5 : 0, { hours: Math.round(hours) })
  const bits = reasons.reduce((sum, { bits }) => sum + bits, PRIOR)
  return {
    probability: 1 / (1 + 2 ** -Math.max(-SURE, Math.min(SURE, bits))),
    reasons: reasons.toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits)),
  }
}

/** The upper of the two levels: who only asks where the answer stays is often held for a neighbour of the first one's category. */
const topicOf = ({ category }: MatterSide) => category.split('.')[0]

/** Share of the shorter text's pairs of signs that the longer one has too, 0 … 1: a short "还没人处理" beside a long story. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  if (few.size < 2) return 0
  let shared = 0
  for (const pair of few) if (many.has(pair)) shared += 1
  return shared / few.size
}

/** Few words are alike by chance; a long text that is the same is the same. */
function wordBits(alike: number, length: number): number {
  if (length < 6) return 0
  if (alike >= 0.8) return length >= 15 ? 8 : 4
  if (alike >= 0.5) return 4
  if (alike >= 0.3) return 2
  if (alike >= 0.15) return 1
  return length >= 12 && alike < 0.04 ? -1 : 0
}

function pairsOf(text: string): Set<string> {
  const signs = [...text.replace(/[^\p{L}\p{N}]+/gu, '')].slice(0, 600)
  return new Set(signs.slice(1).map((sign, i) => signs[i]! + sign))
}
