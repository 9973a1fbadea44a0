/**
 * What happened to an order before somebody complained about it.
 * `how`: slow – the kitchen took long; rider – fetched late and held up; far – held up on the way; unchecked – looked at for two seconds;
 * batch – a batch was opened for it; called_off – cancelled by the shop; plain – nothing.
 */
export type Plot = {
  how: 'plain' | 'slow' | 'rider' | 'far' | 'unchecked' | 'batch' | 'called_off'
  brought: boolean
  /** Not there yet when it is asked for. */
  open: boolean
  /** Hours between getting it and saying so. */
  agoH: [number, number]
  /** How long the customer waited in all, where the words say so. */
  waitedMin: number | null
}

type Rule = [category: RegExp, how: Plot['how'], agoH?: [number, number]]

const SOON: [number, number] = [0.1, 0.6]
const NIGHT: [number, number] = [9, 15]
const DAYS: [number, number] = [50, 90]
const WEEKS: [number, number] = [120, 700]

/** The first rule that fits; what no rule names stands on no order: people passing by, staff, the shop itself, questions. */
const RULES: Rule[] = [
  [/^(order|making)\.cancelled/, 'called_off'],
  [/^order\.slow_kitchen|^(making|queue)\.long_wait|^making\.queue_order|^serving\.slow/, 'slow'],
  [/^delivery\.(late|not_arrived)|^platform\.status_wrong|^ask\.where_order|^crisis\.conflict/, 'rider'],
  [/^delivery\.fee_range|^price\.fees/, 'plain'],
  [/^delivery\.|^packing\.(leak|spilled|box_broken)|^dish\.cold$/, 'far'],
  [/^dish\.cold_dish/, 'slow'],
  [/^safety\.illness/, 'batch', NIGHT],
  [/^safety\.(foreign_object|hair|insect|spoiled|dirty|raw|allergy)|^dish\.freshness/, 'batch'],
  [/^(order|making|serving)\.(missing|missing_item|wrong|wrong_item|note_ignored)|^packing\./, 'unchecked'],
  [
    /^drink\.(sugar_ice|toppings|short_fill|tea_base|too_)|^dish\.(undone|undercooked|seasoning|oily)/,
    'unchecked',
  ],
  [/^(price|bill)\.(refund|refund_slow|invoice)|^crisis\.outside/, 'plain', DAYS],
  [/^(dish|drink|price|bill|serving)\.|^service\.refused/, 'plain'],
]
/** Machines are complained about weeks after they were bought. */
const MACHINES: Rule[] = [
  [/^delivery\.(late|wrong_lost)|^ask\.order/, 'rider', [1, 6]],
  [/^delivery\./, 'plain', [2, 30]],
  [/^(quality\.(dead|used|appearance|mismatch)|parts\.missing)/, 'plain', [3, 60]],
  [/^(quality|parts|safety|repair|bill|tech\.(connect|upgrade))\b/, 'plain', WEEKS],
]
const BROUGHT = /外卖|骑手|送来|送到|送货|送达|快递|配送|门卫|楼下/

/** Null: no order stands behind it. */
export function plotOf(pack: string, category: string, text: string): Plot | null {
  const machine = pack === 'general'
  const rule = (machine ? MACHINES : RULES).find(([pattern]) => pattern.test(category))
  if (!rule || pack === 'beauty') return null
  const [, named, agoH = SOON] = rule
  const brought =
    pack === 'takeaway' ||
    /^delivery\.|^ask\.order/.test(category) ||
    (BROUGHT.test(text) && !/后来的人|先做外卖/.test(text))
  return {
    how: howOf(named, text, brought || machine),
    brought,
    open: /not_arrived|status_wrong|where_order|^ask\.order/.test(category) && !machine,
    agoH,
    waitedMin: minutesIn(text),
  }
}

/** Nothing is lost on a way that nobody went, and a late delivery was late in the kitchen where the words say so. */
function howOf(named: Plot['how'], text: string, brought: boolean): Plot['how'] {
  if (named === 'far' && !brought) return 'unchecked'
  if (named === 'rider' && /店没做|备餐|没出餐|等待接餐/.test(text)) return 'slow'
  return named
}

const DIGITS = '零一二三四五六七八九'

/** 一个半小时 → 90, 快两个小时 → 120, 五十分钟 → 50, 超时五十分钟 → 85: the longest that is said, null for none or days. */
function minutesIn(text: string): number | null {
  const said = [
    ...text.matchAll(/(超时)?(\d+|[半一二两三四五六七八九十]+)(个半小时|个?多?小时|个?钟头|分钟|刻钟)/g),
  ]
  const all = said.map(([, over, count, unit]) => minutesOf(count!, unit!) + (over ? 35 : 0))
  const most = Math.max(0, ...all)
  return most >= 20 && most <= 180 ? most : null
}

function minutesOf(count: string, unit: string): number {
  const number = count === '半' ? 0.5 : /^\d+$/.test(count) ? Number(count) : numberOf(count)
  if (unit === '分钟') return number
  if (unit === '刻钟') return number * 15
  return (number + (unit === '个半小时' ? 0.5 : 0)) * 60
}

/** Up to ninety-nine. */
function numberOf(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['0', words]
  const digit = (word: string | undefined, none: number) => {
    if (!word || word === '0') return word ? 0 : none
    return word === '两' ? 2 : Math.max(0, DIGITS.indexOf(word[0]!))
  }
  return digit(tens, 1) * 10 + digit(ones, 0)
}
