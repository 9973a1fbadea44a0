import { describe, expect, test } from 'vitest'
import type { Mood } from '#contracts/channels'
import type { Kind, Playbook } from '#contracts/playbook'
import { readText } from '#domains/language'
import { planFor, readPack } from '#domains/playbook'
import { judge } from './judge.ts'

/** As customers write on a phone: judged by us first, then by the program. Without a severity only the kind is asked. */
type Line = [text: string, kind: Kind, severity?: number, mood?: Mood]

const ANYWHERE: Line[] = [
  ['要求全额退款，整个没法用', 'complaint', 3],
  ['气炸了气炸了，退退退', 'complaint', 3],
  ['监控你们自己看', 'complaint'],
  ['没有什么不满意的', 'praise'],
  ['排队一小时', 'complaint', 2],
  ['等了快四个小时，没人理', 'complaint', 3],
  ['再不退钱我就找记者曝光你们', 'emergency', 3],
]

const SAID: Record<string, Line[]> = {
  milk_tea: [
    ['怕拉肚子没敢喝完', 'complaint', 3],
    ['喝之前还担心拉肚子，结果没事，挺好', 'praise'],
    ['怕有异物特意看了看，没有，放心喝', 'praise'],
    ['不会拉肚子，肠胃不好的我也能喝', 'praise'],
    ['头发里捞出茶来，哈哈哈绝了', 'emergency', 3, 'bad'],
    ['哈哈哈哈哈杯子里有只苍蝇陪我喝呢', 'emergency', 4, 'bad'],
    ['真会做生意，珍珠奶茶里没有珍珠，绝了绝了', 'complaint', undefined, 'bad'],
    ['奶茶里面捞出一坨头髮 吐了🤮🤮', 'emergency'],
    ['吃到一只小强🪳 你们店我看是别开了', 'emergency', 4],
    ['我家娃吸管吸到一块硬塑料，差点呛着', 'emergency', 4],
    ['热奶茶杯子漏底，烫得我手背全是泡', 'emergency', 4],
    ['喝完胃里翻江倒海，跑了三趟厕所', 'emergency', 4],
    ['叫號叫了四十分鐘，小妹還翻白眼', 'complaint', 2],
    ['杯盖没盖紧，撒我一裤子', 'complaint', 2],
    ['我真滴会谢，等了50分钟给我做错了', 'complaint', 2],
    ['笑死，排了一个多小时给我来句珍珠没了', 'complaint', 2],
    ['也就还好吧，没有网上吹的那么神', 'complaint', 1],
    ['不甜不腻，没什么不满意的', 'praise'],
    ['啊啊啊芋泥啵啵yyds 冲鸭🧋🧋', 'praise'],
    ['姜茶辣得嗓子冒烟，但是暖和', 'praise'],
    ['能不能出个无糖的呀，我妈糖尿病', 'suggestion'],
    ['会不会有防腐剂呀？宝宝能喝吗', 'inquiry'],
  ],
  restaurant: [
    ['没有不好吃', 'praise'],
    ['没有一个菜是不好吃的', 'praise'],
    ['嘴里着火了一样辣', 'complaint'],
    ['辣得我嘴巴喷火，爽！', 'praise'],
    ['菜没变质，就是不入味', 'complaint', 1],
    ['店员不小心把热汤泼我孩子身上了', 'emergency', 4],
    ['拉肚子没人管，电话也不接', 'emergency', 4],
    ['服務生把熱茶打翻在阿嬤手上，整片紅起來', 'emergency', 4],
    ['地上油得嘞，我爸一跤下去尾椎骨裂咯', 'emergency', 4],
    ['吃完当晚我和闺蜜都在厕所蹲着，你懂的', 'emergency', 4],
    ['上菜的时候把汤撒我老公背上，衬衫湿透，还好不烫', 'complaint'],
    ['不是假酒吧？喝着怪怪的', 'complaint', 3],
    ['账单多算了一道菜，幸亏我看了一眼', 'complaint', 2],
    ['把我衣服弄上油还说是我自己蹭的，无语', 'complaint', 2],
    ['排队两小时，值了！锅底太香', 'praise'],
    ['味道可以滴，就是价格小贵', 'praise'],
    ['可以带宠物进来吗？金毛', 'inquiry'],
    ['建议空调开低点，后背都湿了', 'suggestion'],
  ],
  takeaway: [
    ['没有异物，味道也还行', 'praise'],
    ['没有少送没有洒，好评', 'praise'],
    ['东西没吃，不敢吃，怕中毒', 'complaint', 3],
    ['怕拉肚子没敢吃，结果老婆吃了一直吐', 'emergency', 4],
    ['味道一般般 但也没有拉肚子哈哈', 'complaint', 1],
    ['盒饭里一根长毛，不知道是啥毛，yue', 'emergency', 3],
    ['外卖员把我电话贴群里骂我', 'emergency', 4],
    ['等咗成個鐘，啲飯凍晒', 'complaint', 2],
    ['等了2小时才送到', 'complaint', 2],
    ['等了三个半小时，人都饿成鬼了', 'complaint', 3],
    ['骑手打电话态度恶劣，我有录音为证', 'complaint', 2],
    ['又又又漏了我的可乐，第三次了，你们是故意的吧', 'complaint', 3],
    ['要求全额退款+赔偿，这玩意狗都不吃', 'complaint', 3],
    ['三菜一汤给我送成两菜没汤，真是会做生意，牛', 'complaint', undefined, 'bad'],
    ['没少东西，就是来得有点晚', 'complaint', 1],
    ['外賣仔好有禮貌，嘢食都仲熱辣辣', 'praise'],
    ['发票咋开', 'inquiry'],
  ],
  beauty: [
    ['tony老师手艺绝了，回家照镜子哭了一晚上', 'complaint', undefined, 'bad'],
    ['蜡疗把我婆婆手背烫掉一层皮', 'emergency', 4],
    ['拔罐拔出好多水泡，疼得睡不着', 'emergency', 4],
    ['怕过敏所以没敢做，店员脸色就变了', 'complaint', 3],
    ['没有过敏，效果看不出来', 'complaint', 1],
    ['没有推销，体验感满分', 'praise'],
    ['美甲掉了一颗，给我补的很快', 'praise'],
    ['约的三点，四点半才轮到我', 'complaint', 2],
    ['请问孕妇可以做SPA吗', 'inquiry'],
  ],
  general: [['师傅把开水倒我妈脚上了，起了好几个水泡', 'emergency', 4]],
}

const heard = (industry: string, text: string, mood?: Mood) => {
  const playbook = readPack(industry) as Playbook
  const judged = judge(playbook, { text, channel: 'qr', mood }, { read: readText })
  const keys = judged.categories.map(({ key }) => key)
  const { kind, risks } = judged
  return { ...judged, keys, plan: planFor(playbook, { kind, risks, categories: keys })?.key }
}

describe.each(Object.entries(SAID))('%s', (industry, own) => {
  test.each([...own, ...ANYWHERE])('%s: %s', (text, kind, severity, mood) => {
    const judged = heard(industry, text, mood)
    expect(judged.kind).toBe(kind)
    if (severity !== undefined) expect(judged.severity).toBe(severity)
    if (kind !== 'emergency') expect(judged.priority).not.toBe('P1')
  })
})

describe('somebody is scalded', () => {
  const SCALDED = [
    '服务员把热汤泼我孩子身上，皮都掉了',
    '开水洒我妈腿上起了好大一个泡',
    '你们服务员把热水倒我爷爷身上了，烫得通红',
    '小孩胳膊红了一片全是热水烫的',
  ]
  test.each(Object.keys(SAID).flatMap((pack) => SCALDED.map((text) => [pack, text])))(
    '%s, %s: the plan for injuries',
    (pack, text) => {
      expect(heard(pack!, text!)).toMatchObject({ plan: 'injury', priority: 'P1' })
    },
  )
})

describe('what it is about', () => {
  test.each([
    ['milk_tea', '没有异物，就是甜', 'safety.foreign_object'],
    ['restaurant', '没有不好吃', 'dish.taste_poor'],
    ['takeaway', '没有少送没有洒，好评', 'order.missing'],
  ])('%s, %s: not %s, which it says there is not', (pack, text, key) => {
    expect(heard(pack, text).keys).not.toContain(key)
  })

  test.each(['milk_tea', 'takeaway', 'restaurant'])('praise is about no danger in %s', (pack) => {
    const judged = heard(pack, '不用担心吃坏，没有虫子没有头发，特别香', 'good')
    expect(judged.kind).toBe('praise')
    expect(judged.keys.filter((key) => key.startsWith('safety.'))).toEqual([])
  })

  test('an event that fails for a crowd is critical without any danger', () => {
    expect(heard('takeaway', '敬老院六十位老人的中饭一份没送到，合同白纸黑字写着断供要赔')).toMatchObject({
      kind: 'complaint',
      severity: 4,
    })
  })
})

test('the words shown beside a judgement are the customer’s own, also where a text was read plainly', () => {
  const text = '还好没烫伤，上菜慢，菜都凉了，没有一个菜是不难吃的'
  for (const { kind, text: words } of heard('restaurant', text).reasons)
    if (kind === 'model') for (const word of words.split('、')) expect(text).toContain(word)
})
