/** Made-up words with the skew of real ones: some in a third of all tickets, some in one of a hundred, some in ten. */
const SIGNS =
  '一上下不中为主也了事二些交人什从他以们件会传位作你使依便信修做停入全八公六关内再冷出分切划列则刚初到制前剩力加务动包区十午单南卡厅原去又及友反发取变口叫可台号吃合同名后吐向吗吧听员味和咸品哪商喊喝嘴器四回因团图在地坏坐块垫堂塑声壶夏外多大天太头女好如妈姐子字学安定客家容宽对将小少就尾层居屋展工左差已市师带常干平年幼广序店度座开张弄强当形待很得心必忘快态急性总息您情想意感慢成我或所手才打找把投抖拉拌拒招拿持指换排接推提插支收改放效教数整料断新方旁无日旧早时明星是晚普景晾暖更最有服木本术机杂来杯松板果架柜标样根桌桶梗椅楼次款止正步死每比毛气水汤沉没河油洒活流消深清渣温湿满漏点烂烤热然煮片牌物特狗独玉玻现班理瓶生用由电男画界留番白百的盆盒盖盘盛直相看真眼着知短码破硬碎碗示礼票禁离种秤称移程空穿立站童第笑等筷算管箱米类粉粒粗粥精糊系紧红纸线练细终组经结给绝统维缺网罐美老者而耐肉胃背能脏自舌色节花苦茶草荐菜落薄虫血行街衣补表袋被装要见规视角解言计订认讨让记讲许论设证评识诉词试话该详语误说请谁调谢质贴费资起超路跟跳身车轻辣边达过运近还这进远连退送适选透通速造部都配里重野量钱钟铁错键门闭问间闷闹阿降限院除随隔难零霉非面音页顺须顿预领题颗风食饭饮饱馅香马骂骗高鱼鸡麦黄黑鼻齐龙'
export const COMMON = ['冰', '糖']
export const USUAL = ['异物', '退款', '头发', '态度', '外卖']
export const LATIN = ['wifi', 'app', 'menu', 'vip']
export const RARE = Array.from({ length: 40 }, (_, i) => `鳜${[...SIGNS][i * 3]}`)
export const TEXTS = 20_000

/** Always the same numbers between 0 and 1. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** The vocabulary: words of two or three signs, the first ones used most. */
function vocabulary(): string[] {
  const signs = [...SIGNS]
  const roll = dice(7)
  const pick = () => signs[Math.floor(roll() * signs.length)]!
  return Array.from({ length: 6000 }, (_, i) => (i % 3 ? pick() + pick() : pick() + pick() + pick()))
}

/** Texts of 15 to 60 signs. A ticket with its messages holds four of them. */
export function searchTexts(): string[] {
  const words = vocabulary()
  const roll = dice(11)
  const word = () => words[Math.floor(words.length * roll() ** 3)]!
  return Array.from({ length: TEXTS }, (_, n) => {
    const said = Array.from({ length: 6 + Math.floor(roll() * 18) }, word)
    if (roll() < 0.085) said.push(COMMON[0]!)
    if (roll() < 0.07) said.push(COMMON[1]!)
    if (n % 400 < USUAL.length) said.push(USUAL[n % 400]!)
    if (n % 397 < LATIN.length) said.push(LATIN[n % 397]!)
    for (let i = 4; i < said.length; i += 5) said.splice(i, 0, '，')
    return `${said.join('')}。`
  })
}

export const NAMES = Array.from({ length: 5000 }, (_, i) => {
  const signs = [...SIGNS]
  return `${'赵钱孙李周吴郑王冯陈'[i % 10]}${signs[(i * 7) % signs.length]}${signs[(i * 13 + 5) % signs.length]}`
})
