import { describe, expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { readText } from '#domains/language'
import { planFor, readPack } from '#domains/playbook'
import { judge } from './judge.ts'

/** What a customer says, for each trade, and the emergency plan that must open for it. */
type Sort = { plans: Partial<Record<string, string>>; said: string[] }

const FOOD = ['milk_tea', 'takeaway', 'restaurant']
const ALL = [...FOOD, 'beauty', 'general']
const every = (plan: string, packs = ALL) => Object.fromEntries(packs.map((pack) => [pack, plan]))

const SORTS: Record<string, Sort> = {
  'food: foreign object': {
    plans: every('foreign_object', FOOD),
    said: ['吃到一半嚼出一块碎玻璃', '里面泡着一只蟑螂，太恶心了', '最底下有根钢丝球的铁丝'],
  },
  'food: spoiled, expired or fake': {
    plans: every('foreign_object', FOOD),
    said: ['牛奶过期三天了还在用', '端上来就是馊的，都发臭了'],
  },
  'food: fake liquor': {
    plans: every('foreign_object', ['takeaway', 'restaurant']),
    said: ['这瓶茅台是假酒，喝完头疼'],
  },
  'food: poisoning': {
    plans: every('food_poisoning', FOOD),
    said: [
      '昨晚一家四口都上吐下泻，现在在医院挂水',
      '孩子半夜拉肚子发烧，医生说是食物中毒',
      '同事们下午全拉稀了',
    ],
  },
  'food: allergy': {
    plans: every('allergy', FOOD),
    said: [
      '备注了花生过敏还是放了，现在嘴唇肿、喘不上气',
      '我老婆一口下去浑身起疹子，脸肿了',
      '孩子起了荨麻疹，全身痒',
    ],
  },
  'injury and burns': {
    plans: every('injury'),
    said: [
      '店门口地滑，我妈摔了一跤骨折了',
      '在你们店里滑倒，后脑勺磕到台阶流血了',
      '门店滑倒把脚扭了，手掌划破流血',
    ],
  },
  'injury and burns: somebody of the house': {
    plans: every('injury', [...FOOD, 'beauty']),
    said: ['服务员端热水把我孩子手臂烫伤起泡了', '店员开柜门割破了我的手，一直流血'],
  },
  'a treatment that went wrong': {
    plans: every('skin_reaction', ['beauty']),
    said: ['做完护理脸红肿起疹子，两天没退', '染完头皮灼伤流脓了', '打完水光针半边脸肿得睁不开眼'],
  },
  'a product that hurts': {
    plans: every('product_injury', ['general']),
    said: ['充电器充着充着冒烟起火了', '热水器漏电，我手被电麻了', '用你们的锅，锅盖炸了划伤了脸'],
  },
  'goods that are fake or expired': {
    plans: every('goods', ['beauty']),
    said: ['买的面霜查无备案，是三无产品', '精华已经过期半年还在卖'],
  },
  'personal data': {
    plans: every('data_leak'),
    said: [
      '你们员工把我的手机号和地址发到群里了',
      '办完卡天天接到骚扰电话，信息是你们泄露的',
      '你們把會員個資外洩了，還不承認',
    ],
  },
  'public opinion': {
    plans: every('public_opinion'),
    said: ['我已经联系了记者，明天就曝光你们', '等着收律师函，我要起诉', '再不处理我就打12315了'],
  },
  fire: {
    plans: every('violence'),
    said: ['店里后厨着火了，客人都往外跑', '你们店里起火了，浓烟往楼上冒', '門店失火了，快叫消防車'],
  },
  gas: {
    plans: every('violence'),
    said: ['店里煤气味很重，头都晕了', '店裡瓦斯味好重，是不是外洩了', '店里有煤气漏出来，没人管'],
  },
  robbery: {
    plans: every('violence'),
    said: ['有人拿刀抢劫收银台', '刚才有歹徒進來搶劫，店員嚇壞了', '有人持刀冲进店里，快报警'],
  },
  violence: {
    plans: every('violence'),
    said: ['店员动手打人，我已经报警', '两桌客人打起来了，砸店了没人管', '你们的人威胁我，还要打我'],
  },
  'riders on the road': {
    plans: every('delivery_accident', FOOD),
    said: [
      '骑手送餐路上撞到人了，人在流血',
      '外卖员在我们小区撞倒老人，跑了',
      '骑手翻车受伤了，餐也洒了',
      '外送員逆行撞了我爸，人在骨科躺著',
    ],
  },
  'people on the road': {
    plans: every('injury', ['general']),
    said: ['送货师傅倒车撞到人了', '你们的配送车撞了我家老人'],
  },
  'only the model hears it: foreign object': {
    plans: every('foreign_object', FOOD),
    said: ['吃出半截橡胶手套', '滑进嘴里一条黑色的虫'],
  },
  'only the model hears it: allergy': { plans: every('allergy', FOOD), said: ['刚喝完就浑身起包'] },
}

/** Near the words of danger, and none. */
const INNOCENT = [
  '今天生意火爆，排队排了好久',
  '味道火辣，吃得过瘾',
  '吃着火锅聊着天，很开心',
  '我们一起火锅，味道不错',
  '网红款大家都抢着买',
  '秒杀根本抢不到',
  '请问煤气费怎么交',
  '这个价格简直是抢劫',
  '感觉被打劫了，太贵',
  '位子被人抢走了，等了好久',
  '味道翻车了，下次不买了',
  '大型翻车现场，跟图片完全不一样',
  '路上有交通事故，骑手晚到了，没关系',
  '小哥撞单了，晚了十分钟',
  '小哥撞上晚高峰了，辛苦',
  '拿着刀叉不方便，希望给筷子',
  '别道德绑架，不想给小费',
  '闺蜜打劫走半杯，只好再点一份',
  '你们不如直接改行抢劫，来钱更快',
  '我的奶茶被打翻了，帮我重做了',
  '服务员抢我包间的单，态度一般',
]

/** Named only to say that it is not so, or as another matter. */
const DENIED = ['店里没有着火，就是空调不太凉', '老板发起火来有点凶', '没发生抢劫，店里挺安全的']

const plan = (pack: string, text: string) => {
  const playbook = readPack(pack) as Playbook
  const { kind, risks, categories, priority } = judge(playbook, { text, channel: 'qr' }, { read: readText })
  const found = planFor(playbook, { kind, risks, categories: categories.map(({ key }) => key) })
  return { kind, plan: found?.key, priority }
}

const cases = Object.entries(SORTS).flatMap(([sort, { plans, said }]) =>
  Object.entries(plans).flatMap(([pack, wanted]) =>
    said.map((text) => [sort, pack, text, wanted] as [string, string, string, string]),
  ),
)

describe('the plan that opens', () => {
  test.each(cases)('%s, %s: %s', (_, pack, text, wanted) => {
    const urgent = wanted === 'goods' ? 'P2' : 'P1'
    expect(plan(pack, text)).toEqual({ kind: 'emergency', plan: wanted, priority: urgent })
  })

  test.each(ALL)('of %s: none for words that only sound like danger', (pack) => {
    const rung = INNOCENT.map((text) => ({ text, ...plan(pack, text) })).filter((one) => one.plan)
    expect(rung).toEqual([])
  })

  test.each(ALL)('of %s: no emergency where danger is denied', (pack) => {
    const rung = DENIED.map((text) => ({ text, ...plan(pack, text) }))
    expect(rung.filter((one) => one.kind === 'emergency')).toEqual([])
  })

  test('is none that was merely guessed, however sure it is that there is danger', () => {
    for (const pack of FOOD)
      expect(plan(pack, '咬到一截缝衣针')).toEqual({ kind: 'emergency', plan: undefined, priority: 'P1' })
  })
})
