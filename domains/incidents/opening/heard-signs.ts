import { foldText } from '#platform/fold-text'

const SENTENCE = /[。！？!?；;\n]+/
const CLAUSE = /[，,、：: ]+/
/** So far before a word what denies it may stand: 没有一个人去医院. */
const DENIED_WITHIN = 7
const DENIES =
  /(?:没有?(?!想到|料到|几|多久|一会|过多|法|办法|错|两|半|管|人管|人理|人问|来得及)|未(?!成年)|无需|不用|不需要?|不必|不会|(?<!是)不是|(?<!要)不要|不想|不至于|别(?!的|人|家)|差点|险些|幸亏|幸好|以为要|万一|如果|要是|会不会|要不要|用不用|怕|担心|避免|免得|难道要)/
/** 不然 threatens, but what has been done already has been done: 记者已经采访我了，不然你们还不理. */
const DONE = /已经/

const DIGITS: Record<string, number> = {
  ...{ 一: 1, 二: 2, 两: 2, 俩: 2, 仨: 3, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
  ...{ 几: 3, 数: 3, 多: 3 },
}
const PERSON =
  '人|同事|朋友|孩子|小孩|小朋友|娃|大人|老人|同学|学生|家人|员工|店员|顾客|客人|女生|男生|姑娘|闺蜜|室友|伤者|骑手|亲戚|长辈|姐妹|姊妹|兄弟|邻居|工友|老师|家长|宝宝|婴儿'
const DOING = '都|全|在|已|还|也|进|送|住|拉|吐|上吐|腹泻|发烧|受伤|被|中毒|过敏|起疹'
const COUNTED = new RegExp(
  `(\\d{1,4}|好?几十|十几|[二两三四五六七八九]?十[一二三四五六七八九]?|好几|[一二两三四五六七八九几数多])(?:多)?(?:(?:个|位|名)?(?:大|小|女|男)?(?:${PERSON})|口(?:子|人)?|(?<![吃喝买点要了]\\S{0,3})个(?=${DOING}))`,
  'g',
)
const GROUPS: readonly (readonly [RegExp, number])[] = [
  [/全家|一家子|一家人|一大家|全桌|一桌(?:人|子)|一群人|大家(?=都|全)|全班|全办公室|整个办公室/g, 3],
  [/俩|(?:夫妻|母子|母女|父子|父女|姐妹|兄弟|情侣)(?:俩|两|都)|我们(?=都|全)|仨/g, 2],
  [/[我他她](?:和|跟|与|还有)[^我和跟与]{1,6}(?=都|全|一起)/g, 2],
  [/(?:只有|就|单单|只)我|我一个|我自己/g, 1],
]
const TOGETHER = /都|全部?|先后|陆续|个个|一起|一块/

type Heard = { words: string[]; people: number }
export type Signs = {
  words?: readonly string[]
  people?: { least: number; words: readonly string[] } | undefined
  unless?: readonly string[]
}

/**
 * What somebody's text says for a degree: the plan's words that stand in it and are not denied, and of how many people it says so.
 * Shape: a number counts for the words of its own clause, or, where these are said of all together (五个同事喝完，全都吐了), of the clauses before in the
 *        sentence. `people` is 0 where fewer than `least` are told of. Of a sentence in which a word of `unless` stands only the clauses that tell of
 *        something done (已经) say anything.
 *        Denied otherwise than in triage: there a word calls people, so that only a denial right beside it counts; here people are coming already and only the degree is
 *        chosen, so that a denial some words off counts too (没有一个人去医院).
 */
export function heardSigns(text: string, { words = [], people, unless = [] }: Signs): Heard {
  const isExcused = (words: string) => unless.some((word) => words.includes(foldText(word)))
  const said = sentencesOf(text).map((sentence) =>
    isExcused(sentence)
      ? sentence
          .split(CLAUSE)
          .filter((clause) => DONE.test(clause) && !isExcused(clause))
          .join('，')
      : sentence,
  )
  const heard = words.filter((word) =>
    said.some((sentence) => sentence.split(CLAUSE).some((clause) => standsIn(clause, foldText(word)))),
  )
  const most = people
    ? Math.max(0, ...said.map((sentence) => peopleIn(sentence, people.words.map(foldText))))
    : 0
  return { words: heard, people: people && most >= people.least ? most : 0 }
}

const sentencesOf = (text: string) => foldText(text).split(SENTENCE).filter(Boolean)

function standsIn(clause: string, word: string): boolean {
  for (let at = clause.indexOf(word); at >= 0; at = clause.indexOf(word, at + 1))
    if (!isPartOfOther(clause, word, at) && !DENIES.test(clause.slice(Math.max(0, at - DENIED_WITHIN), at)))
      return true
  return false
}

/** 气死了 and 吓死了 tell of no death, 二十一岁 of no child of one year, 宝宝们 of the readers. */
function isPartOfOther(clause: string, word: string, at: number): boolean {
  const before = clause.slice(0, at)
  if (word.startsWith('死')) return /[吓气急烦累饿冷笑热渴困疼痛痒忙心丑臭咸辣烫难]$/.test(before)
  if (/^[一二两三]岁/.test(word)) return /[\d十一二三四五六七八九]$/.test(before)
  return word === '宝宝' && clause.startsWith('们', at + word.length)
}

/** How many people a sentence says this of. */
function peopleIn(sentence: string, words: readonly string[]): number {
  let before = 0
  let most = 0
  for (const clause of sentence.split(CLAUSE)) {
    const own = countsIn(clause)
    const hit = words.find((word) => standsIn(clause, word))
    if (hit) {
      const place = clause.indexOf(hit)
      const nearest = own.findLast(({ at }) => at <= place) ?? own[0]
      const all = TOGETHER.test(clause) && !/我(?!们|和|跟|与)/.test(clause)
      most = Math.max(most, nearest?.count ?? (all || before < 0 ? Math.abs(before) : 0))
    }
    const last = own.at(-1)
    // 三个人，上吐下泻: nothing but the number stands before the comma.
    if (last) before = clause.length <= last.length + 2 && last.count > 1 ? -last.count : last.count
  }
  return most
}

function countsIn(clause: string): { at: number; count: number; length: number }[] {
  const counted = Array.from(clause.matchAll(COUNTED), ({ index, 0: all, 1: number = '' }) => {
    const along = /[我他她](?:和|跟|与|带着?|还有)(?:另外|其他)?$/.test(clause.slice(0, index))
    return { at: index, count: numberOf(number) + (along ? 1 : 0), length: all.length }
  })
  const groups = GROUPS.flatMap(([pattern, count]) =>
    Array.from(clause.matchAll(pattern), ({ index, 0: all }) => ({ at: index, count, length: all.length })),
  )
  return [...counted, ...groups].sort((a, b) => a.at - b.at || a.count - b.count)
}

function numberOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  if (said.endsWith('几十')) return 30
  if (said === '十几') return 11
  if (said === '好几') return 3
  const ten = said.indexOf('十')
  if (ten < 0) return DIGITS[said] ?? 0
  return (ten > 0 ? (DIGITS[said[0]!] ?? 1) : 1) * 10 + (DIGITS[said[ten + 1] ?? ''] ?? 0)
}
