import { foldText } from '#platform/fold-text'

/** Who is known by name: the customer (name, phone, e-mail) and whoever works for the brand. */
type Named = { customer?: readonly string[]; staff?: readonly string[] }

/**
 * What a text says of persons, before it leaves the program: names that are known, also without the surname, phones however they are written, numbers of six digits and more, e-mail and WeChat ids, addresses, and names as people say them.
 * Shape: a function for many texts; each is replaced by a word in brackets that says what stood there; rather too much than too little.
 */
export function maskerFor({ customer = [], staff = [] }: Named): (text: string) => string {
  const known = [
    [anyOf(customer), '〔称呼〕'],
    [anyOf(staff), '〔同事〕'],
  ] as const
  return (text) => {
    let masked = text.normalize('NFKC')
    for (const [pattern, as] of known) if (pattern) masked = hide(masked, pattern, as)
    for (const [pattern, as] of PATTERNS) masked = hide(masked, pattern, as)
    return masked
  }
}

/** Looks in simplified signs, replaces in the text as it is written; what a pattern's groups hold stays. */
function hide(text: string, pattern: RegExp, as: string): string {
  let hidden = ''
  let last = 0
  for (const match of foldText(text).matchAll(pattern)) {
    const [found, ...groups] = match
    hidden += text.slice(last, match.index + groups.join('').length) + as
    last = match.index + found.length
  }
  return hidden + text.slice(last)
}

const COMPOUND_SURNAMES = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|张简|范姜'
const COMPOUND = new RegExp(`^(?:${COMPOUND_SURNAMES})`)
const TITLES = new Set(['先生', '女士', '小姐', '阿姨', '叔叔', '同学', '师傅', '经理', '店长', '老师'])

/** The longest first, so that a name goes whole. */
function anyOf(names: readonly string[]): RegExp | null {
  const said = names.flatMap((name) => {
    const whole = foldText(name.normalize('NFKC')).trim()
    const given = /^\p{Script=Han}{3,4}$/u.test(whole) ? whole.slice(COMPOUND.test(whole) ? 2 : 1) : ''
    return [whole, TITLES.has(given) ? '' : given].filter((one) => [...one].length >= 2)
  })
  if (said.length === 0) return null
  const words = [...new Set(said)].sort((a, b) => b.length - a.length)
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤简詹施洪柯翁游涂温倪纪蓝颜巫阮骆童'
const HAN = '\\p{Script=Han}'
const NAME = `(?:(?:${COMPOUND_SURNAMES})${HAN}{1,2}|[${SURNAMES}](?:\\s?${HAN}){1,2})`
const FIGURE = '[\\d零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]'
/** What people put between the figures of a number. */
const BETWEEN = '[\\s.,，、。/()·_—–-]{0,3}'

const PATTERNS: readonly [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '〔邮箱〕'],
  [/https?:\/\/\S+/g, '〔网址〕'],
  [
    /((?:微信号?|vx|wx|wechat|weixin|QQ|薇信|威信)(?:[号是:：]|\s|加|为)*)[A-Za-z0-9][\w-]{4,30}/gi,
    '〔账号〕',
  ],
  [/\b(?=[A-Za-z0-9-]*\d)(?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9-]{6,}\b/g, '〔编号〕'],
  [/[+(]?\d(?:[\s\-()]?\d){5,}/g, '〔号码〕'],
  [new RegExp(`${FIGURE}(?:${BETWEEN}${FIGURE}){6,}`, 'g'), '〔号码〕'],
  [
    new RegExp(
      `(?:${HAN}{2,8}(?:省|自治区|市|区|县))*${HAN}{1,10}(?:路|街|大道|胡同|弄|巷|村|小区|花园|公寓|家园|新村|广场|大厦)(?:[\\dA-Za-z一二三四五六七八九十百]+(?:号|弄|栋|幢|单元|室|楼|层|座|户|-)*)+${HAN}?`,
      'gu',
    ),
    '〔地址〕',
  ],
  [/\d+(?:号楼|栋|幢|单元|室|弄)(?:\d+(?:号楼|栋|幢|单元|室|号)?)*/g, '〔地址〕'],
  [new RegExp(`((?:姓名|联系人|收件人|收货人|称呼|名字)[:\\s]+)${HAN}{2,4}`, 'gu'), '〔称呼〕'],
  [new RegExp(`((?:我|免贵)姓)${HAN}`, 'gu'), '〔称呼〕'],
  [
    new RegExp(
      `((?:我叫|我是|姓名|联系人|收件人|称呼|名字(?:是|叫)?)[:\\s]*)${NAME}(?!${HAN}{0,2}(?:店|家))`,
      'gu',
    ),
    '〔称呼〕',
  ],
  [
    new RegExp(
      `(?:${COMPOUND_SURNAMES}|[${SURNAMES}])${HAN}{0,2}(?=先生|女士|小姐|阿姨|叔叔|同学|师傅|总(?!是|共|算|体|之)|经理|店长)`,
      'gu',
    ),
    '〔称呼〕',
  ],
]
