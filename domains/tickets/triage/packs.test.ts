import { describe, expect, test } from 'vitest'
import type { Kind, Playbook } from '#contracts/playbook'
import { readText } from '#domains/language'
import { readPack } from '#domains/playbook'
import { classify } from './classify.ts'
import { judge } from './judge.ts'

type Case = [text: string, kind: Kind]

const everywhere: Case[] = [
  ['非常满意，谢谢你们', 'praise'],
  ['服务员特别热情，下次还来', 'praise'],
  ['太差了，再也不来了', 'complaint'],
  ['等了一个多小时都没人理', 'complaint'],
  ['要求退款，打电话一直没人接', 'complaint'],
  ['希望能多开几家店', 'suggestion'],
  ['请问几点关门？', 'inquiry'],
  ['你们再不处理我就打12315了', 'emergency'],
  ['我已经找了律师，准备起诉你们', 'emergency'],
]

const packs: Record<string, Case[]> = {
  milk_tea: [
    ['奶茶里喝出一只苍蝇', 'emergency'],
    ['孩子喝完你家的就上吐下泻', 'emergency'],
    ['杯底有一根头发，恶心', 'emergency'],
    ['我对牛奶过敏，说了换燕麦奶还是放了，现在起疹子', 'emergency'],
    ['喝着没有异物，挺干净的', 'praise'],
    ['说好三分糖，甜得发腻', 'complaint'],
    ['珍珠是硬的，没煮透', 'complaint'],
    ['好喝，芋泥很足', 'praise'],
  ],
  takeaway: [
    ['米饭里有钢丝，差点咽下去', 'emergency'],
    ['吃完一家三口都拉肚子', 'emergency'],
    ['每次吃完就要拉肚子', 'emergency'],
    ['骑手闯红灯撞到人了', 'emergency'],
    ['红烧肉是馊的', 'emergency'],
    ['很干净，没有头发', 'praise'],
    ['汤洒了一袋子', 'complaint'],
    ['少送了一份米饭', 'complaint'],
    ['菜都凉透了', 'complaint'],
  ],
  restaurant: [
    ['汤里漂着一只蟑螂', 'emergency'],
    ['服务员把热汤洒我腿上，烫伤了', 'emergency'],
    ['吃了生蚝半夜食物中毒，现在在医院', 'emergency'],
    ['上菜太慢，催了三次', 'complaint'],
    ['菜做得好吃，环境也舒服', 'praise'],
  ],
  beauty: [
    ['做完脸第二天又红又肿，满脸起疹子', 'emergency'],
    ['烫头的时候把我头皮烫伤了', 'emergency'],
    ['用了你们的面霜过敏了，脸肿起来', 'emergency'],
    ['一直推销办卡，很烦', 'complaint'],
    ['手法很好，做完皮肤水水的，很喜欢', 'praise'],
  ],
  general: [
    ['充电的时候冒烟起火了', 'emergency'],
    ['你们把我的手机号泄露了，天天接骚扰电话', 'emergency'],
    ['收到就是坏的，要求退货', 'complaint'],
    ['师傅上门很准时，修得也好', 'praise'],
  ],
}

describe.each(Object.entries(packs))('%s', (key, own) => {
  const pack = readPack(key) as Playbook

  test.each([...own, ...everywhere])('%s: %s', (text, kind) => {
    expect(classify(pack, { text, channel: 'qr' }).kind).toBe(kind)
    expect(judge(pack, { text, channel: 'qr' }, { read: readText }).kind).toBe(kind)
  })

  test('an emergency is somebody’s at once', () => {
    const worst = own
      .filter(([, kind]) => kind === 'emergency')
      .map(([text]) => classify(pack, { text, channel: 'qr' }))
    expect(worst.every((j) => j.priority === 'P1' || j.priority === 'P2')).toBe(true)
    expect(worst.some((j) => j.priority === 'P1')).toBe(true)
  })
})
