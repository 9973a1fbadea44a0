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

const ASPECTS = [
  ...DINING_ASPECTS.map((name) => `dining.${name}`),
  ...BEAUTY_ASPECTS.map((name) => `beauty.${name}`),
]
const KIND_OUTPUTS = KINDS.map((kind) => `kind.${kind}`)
/** At least this level; a text that is no complaint has level 0. */
const LEVELS = SEVERITIES.map((level) => `severity.${level}`)

/** Every question that a text may carry the answer of, 1 or 0. */
export const OUTPUTS: readonly string[] = [
  'mood',
  ...MOODS.map((mood) => `mood.${mood}`),
  'line.takeaway',
  'line.goods',
  'safety',
  ...ASPECTS,
  ...KIND_OUTPUTS,
  ...LEVELS,
]
export const outputAt = new Map(OUTPUTS.map((name, place) => [name, place]))

/** Questions to the linear heads over the whole text (the mood's is a table of its own, over all rows), to the pieces, and to the network of the whole text. */
export const TOPICS: readonly string[] = [
  'safety',
  'safety, plainly',
  'line.takeaway',
  'line.goods',
  ...KIND_OUTPUTS,
  ...LEVELS,
  ...ASPECTS,
]
/** The question that a topic answers: food safety is learnt in two ways. */
export const questionOf = (topic: string): string => topic.split(',')[0]!
export const PIECE_OUTPUTS: readonly string[] = ASPECTS
export const NET_OUTPUTS: readonly string[] = [
  'mood',
  ...MOODS.map((mood) => `mood.${mood}`),
  'safety',
  ...KIND_OUTPUTS,
  ...LEVELS,
]

/** How a rich row of the vocabulary is laid out, number by number: the pieces' outputs, whether it has a vector of meaning, that vector, the network's vector, the topics. Each group is a multiple of four long, the topics with room to spare. */
const HIDDEN = 32
const NET_WIDTH = 24
const MET = PIECE_OUTPUTS.length
const TOPIC_ROOM = Math.ceil(TOPICS.length / 4) * 4
export const LAYOUT = {
  wide: 0,
  met: MET,
  deep: MET + 1,
  hidden: HIDDEN,
  net: MET + 1 + HIDDEN,
  netWidth: NET_WIDTH,
  topics: MET + 1 + HIDDEN + NET_WIDTH,
  topicRoom: TOPIC_ROOM,
  across: MET + 1 + HIDDEN + NET_WIDTH + TOPIC_ROOM,
} as const

/** First scores in this order, then what is plain to see of a text: questions and calls, its length. */
export const SCORES: readonly string[] = [
  'mood by text',
  ...TOPICS.map((name) => `${name} by text`),
  ...PIECE_OUTPUTS.map((name) => `${name} by piece`),
  ...NET_OUTPUTS.map((name) => `${name} by net`),
  'asks',
  'ends in asking',
  'calls out',
  'length',
  'is long',
  'takeaway by its mood',
  'takeaway by net by its mood',
]
export const scoreAt = new Map(SCORES.map((name, place) => [name, place]))

/** Questions with a yes or no that are answered from the first scores. */
export const ANSWERS: readonly string[] = ['mood', 'safety', ...ASPECTS]
export const answerAt = new Map(ANSWERS.map((name, place) => [name, place]))
export const FIRST_OF = {
  dining: answerAt.get(ASPECTS[0]!)!,
  beauty: answerAt.get(`beauty.${BEAUTY_ASPECTS[0]}`)!,
} as const

/** Polarity of an aspect, in this order in the weights. */
export const POLARITIES = ['negative', 'neutral', 'positive'] as const
export type Polarity = (typeof POLARITIES)[number]
