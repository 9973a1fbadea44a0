/** Lines of business that the public reviews are from; each speaks in its own way. */
export const MOODS = ['takeaway', 'stay', 'goods', 'dining'] as const
export const KINDS = ['emergency', 'complaint', 'suggestion', 'inquiry', 'praise', 'other'] as const
export const SEVERITIES = [1, 2, 3, 4] as const

export const DINING_ASPECTS = [
  'Location#Transportation',
  'Location#Downtown',
  'Location#Easy_to_find',
  'Service#Queue',
  'Service#Hospitality',
  'Service#Parking',
  'Service#Timely',
  'Price#Level',
  'Price#Cost_effective',
  'Price#Discount',
  'Ambience#Decoration',
  'Ambience#Noise',
  'Ambience#Space',
  'Ambience#Sanitary',
  'Food#Portion',
  'Food#Taste',
  'Food#Appearance',
  'Food#Recommend',
] as const
export const BEAUTY_ASPECTS = [
  '整体',
  '使用体验',
  '功效',
  '价格',
  '物流',
  '气味',
  '包装',
  '真伪',
  '服务',
  '成分',
  '其他',
  '尺寸',
  '新鲜度',
] as const

/**
 * Linear heads: each has rows of its own, `bits` of the hash long. Read by the whole `text`, or by `pieces` of which one is enough.
 * `plain`: only runs of one to three signs count.
 */
export const HEADS = [
  {
    name: 'mood',
    by: 'text',
    plain: false,
    bits: 18,
    outputs: [...MOODS.map((mood) => `mood.${mood}`), 'mood.any'],
  },
  { name: 'line', by: 'text', plain: false, bits: 15, outputs: MOODS.map((mood) => `line.${mood}`) },
  { name: 'safety', by: 'text', plain: true, bits: 18, outputs: ['safety'] },
  {
    name: 'dining',
    by: 'pieces',
    plain: true,
    bits: 18,
    outputs: DINING_ASPECTS.map((name) => `dining.${name}`),
  },
  {
    name: 'beauty',
    by: 'pieces',
    plain: true,
    bits: 17,
    outputs: BEAUTY_ASPECTS.map((name) => `beauty.${name}`),
  },
  { name: 'kind', by: 'text', plain: true, bits: 18, outputs: KINDS.map((kind) => `kind.${kind}`) },
  {
    name: 'severity',
    by: 'text',
    plain: false,
    bits: 16,
    outputs: SEVERITIES.map((level) => `severity.${level}`),
  },
] as const

/** Every question that the model answers with yes or no, by name; the weights hold them in this order. */
export const OUTPUTS: readonly string[] = HEADS.flatMap((head) => head.outputs)
export const outputAt = new Map(OUTPUTS.map((name, place) => [name, place]))
/** Where a head's outputs begin among all. */
export function firstOf(head: string): number {
  let first = 0
  for (const { name, outputs } of HEADS) {
    if (name === head) return first
    first += outputs.length
  }
  throw new Error(`no head is called ${head}`)
}

/** Polarity of an aspect, in this order in the weights. */
export const POLARITIES = ['negative', 'neutral', 'positive'] as const
export type Polarity = (typeof POLARITIES)[number]
export const POLARITY_BITS = 18
