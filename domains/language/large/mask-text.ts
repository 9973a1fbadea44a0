/**
 * What a text says of persons, before it leaves the program: names that are known, phones, numbers of six digits and more, e-mail and WeChat ids, addresses, and names as people say them.
 * Shape: each is replaced by a word in brackets that says what stood there; rather too much than too little. `names` are the customer's own words (name, phone, e-mail).
 */
export function maskForOutside(text: string, names: readonly string[] = []): string {
  let masked = text.normalize('NFKC')
  for (const name of names.map((one) => one.normalize('NFKC').trim()).sort((a, b) => b.length - a.length))
    if ([...name].length >= 2) masked = masked.replaceAll(name, '〔称呼〕')
  for (const [pattern, as] of PATTERNS) masked = masked.replace(pattern, as)
  return masked
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const HAN = '\\p{Script=Han}'

const PATTERNS: readonly [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '〔邮箱〕'],
  [/https?:\/\/\S+/g, '〔网址〕'],
  [
    /((?:微信号?|vx|wx|wechat|weixin|QQ|薇信|威信)(?:[号是:：]|\s|加|为)*)[A-Za-z0-9][\w-]{4,30}/gi,
    '$1〔账号〕',
  ],
  [/\b(?=[A-Za-z0-9-]*\d)(?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9-]{6,}\b/g, '〔编号〕'],
  [/[+(]?\d(?:[\s\-()]?\d){5,}/g, '〔号码〕'],
  [/[零〇一二三四五六七八九幺]{7,}/g, '〔号码〕'],
  [
    new RegExp(
      `(?:${HAN}{2,8}(?:省|自治区|市|区|县))*${HAN}{1,10}(?:路|街|大道|胡同|弄|巷|村|小区|花园|公寓|家园|新村|广场|大厦)(?:[\\dA-Za-z一二三四五六七八九十百]+(?:号|弄|栋|幢|单元|室|楼|层|座|户|-)*)+${HAN}?`,
      'gu',
    ),
    '〔地址〕',
  ],
  [/\d+(?:号楼|栋|幢|单元|室|弄)(?:\d+(?:号楼|栋|幢|单元|室|号)?)*/g, '〔地址〕'],
  [
    new RegExp(
      `(我叫|我是|姓名|联系人|收件人|称呼|名字(?:是|叫)?)([:：\\s]*)([${SURNAMES}]${HAN}{1,2})(?!${HAN}{0,2}(?:店|家))`,
      'gu',
    ),
    '$1$2〔称呼〕',
  ],
  [
    new RegExp(
      `[${SURNAMES}]${HAN}{0,2}(?=先生|女士|小姐|阿姨|叔叔|同学|师傅|总(?!是|共|算|体|之)|经理|店长)`,
      'gu',
    ),
    '〔称呼〕',
  ],
]
