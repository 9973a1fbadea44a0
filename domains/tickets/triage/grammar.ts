/*
 * How Chinese turns a word round, weakens it or only fears it. These are words of the language, not of a trade:
 * what a trade says stands in its playbook.
 */

/** 特别 and 级别 contain 别 and deny nothing. */
const NOT = String.raw`(?:不是|没有|没法|无法|难以|毫无|并非|谈不上|算不上|称不上|不如[^，。,]{0,6}?|没有?[^，。,;；!！?？不没]{1,7}(?:的|里|上|家)|没|不|未|无|莫|勿|甭|(?<![特级区分告个性类])别)`
/** What may stand between a denial and the word it denies. */
const BETWEEN = String.raw`(?:是|有|会|太|很|怎么|咋|弄|洗|擦|搞|做|打扫|那么|这么|怎样|够|大|算|觉得|感觉|特别|非常|什么|啥|一点儿?|得|能|可|再|见得|想象中?|想的|一次|第一次|给你们?|以前|上次|之前|原来|以往|其他|别家|的|说|都|都不|也)`
const DENIED = new RegExp(`(.?)(${NOT})${BETWEEN}{0,3}$`)

/** Between a denial and something dangerous only what leaves no doubt: 没有发现异物, 不会拉肚子; not 没吃完就拉肚子. */
const FOUND = String.raw`(?:有|会|再|见|看到|看见|见到|发现|吃到|吃出|喝到|喝出|出现|遇到|什么|任何|一点儿?|半点|一根|一个|一只|过|是|啥|怕|担心|引起|造成|导致|发生|的|了|让我|害我|感到|觉得|哪里|其他|明显)`
const DANGER_DENIED = new RegExp(`(.?)(${NOT})${FOUND}{0,3}$`)
/** The first of two denials, which together say yes: 没有不好吃, 不是没有虫子. */
export const FIRST_DENIAL =
  '(?:没有|没|不是|不会|不算|不觉得|没觉得|并非|不可能)(?:一[个样次道][^，。！？!?,不没]{0,3}|什么|啥|哪里|任何)?是?'
const DENIED_BEFORE = new RegExp(`${FIRST_DENIAL}$`)

/** Denials of something else than the danger that follows: 没见过这么大的蟑螂, 避免不了吃到虫子, 如果不是送医院及时, 别再让我吃到虫子, 希望不会再吃到虫子. */
const DENIES_ELSE =
  /(?:(?:没有?|未)(?:见|吃|喝|碰|遇)到?过?(?:这么|这样|如此|那么|这种)[^，。！？!?,;；]{0,6}|(?:避?免|少)不了[^，。！？!?,;；]{0,4}|(?:如果|要|若)不是[^，。！？!?,;；]{0,6}|(?:别|不要|不想|(?:希望|但愿|祈祷|求)[^，。！？!?,;；]{0,6}不会)再(?:让我|给我|叫我)?[^，。！？!?,;；]{0,3})$/
/** What was overlooked and swallowed was there: 没看见有苍蝇就喝了. */
const OVERLOOKED =
  /(?:没有?|未)(?:看见|看到|看清|看|发现|注意到?|留意到?|察觉到?)(?:里面|里头|杯里|碗里|汤里)?(?:有|是)?(?:一?[只根条块片个颗])?$/
const SWALLOWED =
  /^[^，。！？!?,;；]{0,4}(?:[，,]?(?:就|直接|差点))?(?:一口)?(?:喝|吃|咽|吞|嚼)(?:了|下|进|掉|完|到)/
/** 不是一只蟑螂是两只: the number is denied. */
const NOT_JUST_ONE = /(?:不是|不止|不只)(?:就|只)?(?:有)?一?[只根条块片颗粒个次]$/
const BUT_MORE = /^[，,]?(?:而)?(?:是|有)(?:[两二三四五六七八九十几好一]|\d)/
/** What turns a fear into something that has come about: 怕拉肚子果然拉肚子了, 以为是葡萄籽咬到玻璃渣. */
const CAME_ABOUT =
  '结果|果然|还是|其实|原来|没想到|谁知|发现|看[到见]|不是|一[嚼咬吃喝]|来什么|来啥|[咬嚼]到|真的?|[那这][只根条块片颗粒]'
/** Feared or imagined, not said to have happened; 如果不是, 要是再晚 and 避免不了 are said of what has. */
const FEARED = new RegExp(
  `(?:(?<![可恐不别])怕|(?<![不别])担心|会不会|(?:如果|要是)(?!不是|再?[晚迟])|万一|假如|以为|(?<!不)小心(?!翼)|避免(?!不)|以防|防止|容易)(?:真的?)?(?:(?!${CAME_ABOUT})[^，。！？!?,;；]){0,8}$`,
)
/** 担心是食物中毒去医院了: the fear is of the illness, the way there is done. */
const WENT_TO_HOSPITAL = /医院|住院|急诊/
const ONLY_SUPPOSED = /如果|要是|万一|假如|会不会/

const SOFT = /(?:有点儿?|有些|稍微|稍稍|略微?|稍|一点点|偏|不够|小小)[^，。！？!?,;；]{0,2}$/
const STRONG =
  /(?:太|非常|特别|超级?|极其?|巨|相当|实在|真的?|很|最|完全|根本|简直|十分|严重|死|贼|老|好)[^，。！？!?,;；]?$/

const BUT = /但是|可是|不过|然而|可惜|却|但(?!愿)|结果|(?<!不)只可惜/g
const ONLY = /就是(?!说|这|那|好|喜欢|爱|棒|赞)|只是|唯一|美中不足|除了|要说缺点|小缺点|小遗憾/g
/** Asks for something a business can tell; a bare question mark says little in feedback. */
export const QUESTION =
  /请问|想问|问一?下|咨询|能不能开|开发票吗|怎么[办预加领退换联开用]|咋办|在哪|哪里|几点|多久|多少钱|多大|什么时候|可以[^，。！!]{1,8}吗|能[^，。！!]{1,8}吗|还有[^，。！!]{0,6}吗|有没有[^，。！!]{1,10}[?？]|怎么没有?了/
export const QUESTION_MARK = /[?？]|吗$|呢$/
/** Asked in anger: nobody waits for an answer. */
export const RHETORICAL =
  /怎么(?:这么|那么|能|可以|会|好意思|敢|还|吃|喝|回事|搞|做|送|给)|凭什么|什么玩意|什么东西|什么态度|什么意思|什么情况|什么鬼|搞什么|有没有搞错|是人吃|能吃吗|好意思吗|干什么吃|至于吗|良心(?:呢|不会痛)|还是人|难道|算什么|逗我|耍我|玩我|有[啥什]么?用|饿死|还能再|为[什啥]么?(?:没|不|这么|要|给|连)|连[^，。]{1,6}都(?:没|不)|[?？][!！]|[!！][?？]|[?？]{2}/
export const WISH =
  /(?:要是|如果|若)[^。！？!?]{1,16}(?:就(?:更|太|最)?(?:好|完美|棒)|会更好|更好)|(?:希望|建议|最好|期待|盼)(?:能|可以|可|多|加|增|少|下次|以后|商家|店家|老板|你们|贵店|再|改成|把|不要|别)|(?:可以|能)(?:再|更)[^。！？!?]{1,8}(?:就好|点|些)|能(?:不能)?(?:再|多)[^。！？!?]{1,6}(?:就好|点|些)|就更(?:好|完美|棒)了?/

/** A wish that names a fault: 希望改进, 下次注意. */
export const MEND = /改进|改善|改正|整改|注意|重视|提高|加强|提升/

export type Denial = 'no' | 'yes' | 'asked'

/** Whether a denial before a danger denies something else. `after` is what follows the word of danger. */
export function deniesElse(before: string, after: string): boolean {
  return (
    DENIES_ELSE.test(before) ||
    (OVERLOOKED.test(before) && SWALLOWED.test(after)) ||
    (NOT_JUST_ONE.test(before) && BUT_MORE.test(after))
  )
}

/** Whether the word that follows `before` is denied: 不太好吃 yes, 好不好吃 asked. `next` is the word's first letter. */
export function deniedAfter(before: string, next: string, danger = false): Denial {
  const found = (danger ? DANGER_DENIED : DENIED).exec(before)
  if (!found) return 'no'
  const [whole = '', previous = '', not = ''] = found
  if (DENIED_BEFORE.test(before.slice(0, found.index + previous.length))) return 'no'
  const after = whole.slice(previous.length + not.length) + next
  return previous !== '' && after.startsWith(previous) ? 'asked' : 'yes'
}

/** Where the denial that ends `before` begins, for showing the words as the customer wrote them. */
export function denialLength(before: string, danger = false): number {
  const found = (danger ? DANGER_DENIED : DENIED).exec(before)
  return found ? found[0].length - (found[1]?.length ?? 0) : 0
}

/** Something that is owed: not getting it (不退款, 没人处理) is no comfort. */
export function isOwed(word: string): boolean {
  return /^[退赔补换]|处理|解决|道歉|回复|回应|理我|给我/.test(word)
}

/** Whether `word` is feared by what stands `before` it in its clause; `after` is what follows. */
export function isFeared(before: string, word: string, after: string): boolean {
  if (!FEARED.test(before)) return false
  const isDone = WENT_TO_HOSPITAL.test(word) && (word.includes('了') || after.startsWith('了'))
  return !isDone || ONLY_SUPPOSED.test(before)
}

/** What takes a fear back: 怕拉肚子，结果没事; 小心烫手的提醒很贴心. */
const CALMED =
  /没事|没有(?=$|[，。！？!?,;；\s])|(?<!不)放心|安心|贴心|多虑|多余|想多了|提醒|提示|一点[都也]?没|完全没|都没(?:事|发生|出现)/

/** Whether the rest of a text says that what was feared did not come. */
export function isCalmed(after: string): boolean {
  return CALMED.test(after)
}

/** 不是假酒吧: a denial that suspects. `after` is what follows the word. */
export function isSuspected(after: string): boolean {
  return /^[^，。！？!?,;；]{0,3}吧(?:$|[，。！？!?,;；~～…\s])/.test(after)
}

/** Where the fear that ends `before` begins. */
export function fearLength(before: string): number {
  return FEARED.exec(before)?.[0].length ?? 0
}

const PAST = /上次|上回|之前|以前|那次|前几天|前天|上周|上个?月/
const SETTLED_AFTER =
  /^[^。！？!?]{0,16}?(?<![没未不])(?:(?:解决|处理)(?:了|好|完)|(?:已经?|早就?|都|现在)(?:好了|没事|不[疼痛痒肿])|没事了|不[疼痛痒肿吐]了)/
const SETTLED_BEFORE = /(?<![没未不])(?:解决|处理)(?:了|好|完)?[^，。！？!?]{0,4}$/

/** Told of before, and settled since: 上次那个虫子的事解决了, 谢谢你们上次处理头发的事. What is only past may hurt still. */
export function isSettled(before: string, after: string): boolean {
  return PAST.test(before) && (SETTLED_AFTER.test(after) || SETTLED_BEFORE.test(before))
}

/** A word that carries its degree in itself: 太慢, 极差. */
export function isStrong(word: string): boolean {
  return /^(?:太|极|很|超|巨|非常|特别|根本|完全)/.test(word)
}

export function degreeOf(before: string): number {
  if (SOFT.test(before)) return 0.6
  return STRONG.test(before) ? 1.25 : 1
}

export function turns(folded: string): { at: number; mild: boolean }[] {
  const found = [
    ...Array.from(folded.matchAll(BUT), (m) => ({ at: m.index, mild: false })),
    ...Array.from(folded.matchAll(ONLY), (m) => ({ at: m.index, mild: true })),
  ]
  return found.sort((a, b) => a.at - b.at)
}

const DIGITS: Record<string, number> = {
  半: 0.5,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  几: 3,
  俩: 2,
}
const WAITED =
  /(\d+(?:\.\d+)?|[半一两俩二三四五六七八九十几]{1,3})\s*(?:来|多)?个?(半)?(?:多)?\s*(小时|钟头|分钟|分|钟|h\b|min)(?:了|多|左右|以上|钟)*([^，。！？!?,;；]{0,6})/g
/** 提前一小时送到 and 早到了半小时 are no waits; 提前下单还是等了三个小时 is one. */
const EARLY = /(?:提前|提早|早到)(?:了|快|近|大概)?$/
/** 一个小时提前送到 */
const EARLY_BEHIND = /提前(?:送?到|送)|早到/
const WAITING = /等|送|迟|晚|超|催|拖|才|耗|排|慢|配送|外卖|上菜|过了|足足|整整/

/** Waiting time named in a text: the longest in minutes, and whether it was told as something quick (20 分钟就到了). */
export function waitIn(folded: string): { minutes: number; text: string; quick: boolean } | null {
  let longest: { minutes: number; text: string; quick: boolean } | null = null
  for (const found of folded.matchAll(WAITED)) {
    const [text, amount = '', half, unit = '', tail = ''] = found
    const around = folded.slice(Math.max(0, found.index - 8), found.index) + tail
    if (!WAITING.test(around) || EARLY.test(folded.slice(0, found.index)) || EARLY_BEHIND.test(tail)) continue
    const hours = unit === '小时' || unit === '钟头' || unit === '钟' || unit === 'h'
    const minutes = (numberOf(amount) + (half ? 0.5 : 0)) * (hours ? 60 : 1)
    const quick = /^[^才]{0,3}就/.test(tail) || (/不到|不用|只/.test(around) && !tail.includes('才'))
    if (!longest || minutes > longest.minutes)
      longest = { minutes, text: text.slice(0, text.length - tail.length), quick }
  }
  return longest
}

const CROWD =
  /(?:[二三四五六七八九]十|[一二两三四五六七八九几上]百|[上几]千|[2-9]\d|\d{3,})[一二三四五六七八九]?[多来几]?(?:[个位名号口桌户份]|人|学生|老人)|[几好]十[个位号桌人户份]|全(?:公司|班|校|厂|村|小区|单位)|整个?(?:小区|公司|单位|旅行团|年级|栋楼)/

/** Whether as many are concerned as an event, a class or a house has: from twenty on. */
export function isCrowd(folded: string): boolean {
  return CROWD.test(folded)
}

function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  const ten = text.indexOf('十')
  if (ten === -1) return [...text].reduce((sum, digit) => sum * 10 + (DIGITS[digit] ?? 0), 0)
  const tens = ten === 0 ? 1 : (DIGITS[text[0] ?? ''] ?? 1)
  return tens * 10 + (DIGITS[text[ten + 1] ?? ''] ?? 0)
}
