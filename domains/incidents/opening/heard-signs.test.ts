import { expect, test } from 'vitest'
import type { Playbook } from '#contracts/playbook'
import { readPack } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'
import { firstGrade } from './first-grade.ts'

/** One customer's sentence, by the plan that it is worked by: the degree at which a room would begin. */
const SENTENCES: Record<string, readonly (readonly [sentence: string, degree: string])[]> = {
  'milk_tea food_poisoning': [
    ['三个人上吐下泻，在医院', 'cluster'],
    ['五个同事全都吐了，两个在住院', 'serious'],
    ['我们办公室五个同事喝完，回来全都拉肚子', 'cluster'],
    ['全家都吐了，从昨晚折腾到现在', 'cluster'],
    ['我和老公都拉肚子', 'cluster'],
    ['我和两个同事喝完都吐了', 'cluster'],
    ['喝完我們兩個人都肚子痛', 'cluster'],
    ['2个孩子上吐下泻', 'cluster'],
    ['喝完一直吐，昨晚进了ICU', 'serious'],
    ['我怀孕五个月，喝完拉肚子', 'serious'],
    ['喝完拉肚子，跑了三趟厕所', 'single'],
    ['我们三个人一起去的，就我一个拉肚子', 'single'],
    ['两个人都没有不舒服，就是味道怪', 'single'],
    ['过了两个小时开始拉肚子', 'single'],
    ['去了急诊，医生说不用住院', 'single'],
    ['喝了两杯，肚子疼了三个小时', 'single'],
    ['我在医院对面那家店买的，喝完不舒服', 'single'],
    ['还好没住院，没抢救那么严重', 'single'],
    ['我二十一岁，喝完拉肚子', 'single'],
    ['我三十三岁了，没这么拉过肚子', 'single'],
    ['喝完拉肚子，宝宝们避雷', 'single'],
    ['我家一岁的孩子喝完拉肚子', 'serious'],
  ],
  'milk_tea allergy': [
    ['吃完嘴唇肿了喘不上气，花生过敏', 'severe'],
    ['喝完胳膊上起了几个红疹子，有点痒', 'mild'],
    ['起疹子了，没有呼吸困难', 'mild'],
    ['女儿喝完浑身起疹子', 'severe'],
  ],
  'milk_tea foreign_object': [
    ['奶茶里喝出一片塑料', 'single'],
    ['珍珠里有铁片，把嘴划破了', 'injured'],
    ['里面有玻璃渣，好像咽下去一块', 'injured'],
    ['有铁丝，幸好没咽下去，也没划伤', 'single'],
    ['牙被石子崩掉一块', 'injured'],
    ['喝到一根头发，恶心死了', 'single'],
  ],
  'milk_tea injury': [
    ['杯盖没盖好，手上起了水泡', 'doctor'],
    ['在店门口滑倒，小臂骨折', 'doctor'],
    ['孩子被烫，整条胳膊都红了', 'serious'],
    ['招牌掉下来，三个客人都被砸伤', 'serious'],
    ['滑了一跤，蹭破点皮，没出血也不用去医院', 'slight'],
    ['烫到手了，有点红', 'slight'],
  ],
  'general product_injury': [
    ['充电宝爆炸把手炸伤', 'hurt'],
    ['插座冒烟，还好人没受伤，东西也没烧坏', 'hazard'],
    ['电池鼓包了', 'hazard'],
    ['取暖器把地板烧黑了一大块', 'hurt'],
    ['电热毯起火，我妈大面积烧伤住院', 'grave'],
  ],
  'milk_tea public_opinion': [
    ['好几万人转，记者联系我', 'spreading'],
    ['再不处理我就找记者，让你们上热搜', 'watch'],
    ['视频已经上了热搜第三', 'hot'],
    ['记者已经采访我了，不然你们还不理', 'spreading'],
    ['我发了条抖音，你们看着办', 'watch'],
    ['还没有记者来，也没上热搜', 'watch'],
    ['同城榜都是你们店，都在转', 'spreading'],
  ],
  'beauty skin_reaction': [
    ['化学灼伤，医生说是二度', 'serious'],
    ['脸上有点红有点痒', 'ordinary'],
    ['做完烫发头皮没有灼伤，就是有点干', 'ordinary'],
    ['我们三个姐妹做完脸都肿了', 'great_effect'],
    ['我女儿才十五岁，脸烂了', 'great_effect'],
  ],
  'takeaway delivery_accident': [
    ['骑手把我撞倒，送医院了', 'doctor'],
    ['骑手摔了，皮外伤，自己走的', 'slight'],
    ['骑手被车撞了，昏迷不醒', 'grave'],
    ['骑手撞了三个小孩，都摔伤了', 'grave'],
    ['骑手撞到我的腿了，吓死了', 'slight'],
    ['骑手被车撞死了', 'grave'],
    ['骑手撞到人昏迷了，吓死了', 'grave'],
  ],
  'takeaway violence': [
    ['有人在店里闹事，骂得很难听', 'tense'],
    ['他先动手打人，店员流血了', 'danger'],
    ['后厨爆炸了，火势很大', 'grave'],
    ['店员推了我一把，气死我了', 'tense'],
    ['吵得很凶，没动手，没人受伤', 'tense'],
  ],
  'milk_tea data_leak': [
    ['店员把我手机号发到群里', 'small'],
    ['手机号泄露后天天接到诈骗电话', 'general'],
    ['我的身份证被店员拍了发出去', 'general'],
    ['我的身份证照片被发到群里了，我很担心', 'general'],
    ['骚扰电话不断，怕被骗', 'general'],
  ],
}

const table = Object.entries(SENTENCES).flatMap(([of, lines]) =>
  lines.map(([sentence, degree]) => ({ of, sentence, degree })),
)

test.each(table)('$of: $sentence → $degree', ({ of, sentence, degree }) => {
  const [pack, key] = of.split(' ') as [string, string]
  expect(gradeOf(pack, key, sentence).key).toBe(degree)
})

test('says on what it stands: how many people, and the words of the plan', () => {
  const { why } = gradeOf('milk_tea', 'food_poisoning', '五个同事全都吐了，两个在住院')
  expect(why).toMatchObject({ words: ['住院'] })
  expect(gradeOf('milk_tea', 'food_poisoning', '三个人上吐下泻').why).toMatchObject({ people: 3, words: [] })
})

function gradeOf(pack: string, key: string, sentence: string) {
  const plan = (readPack(pack as Parameters<typeof readPack>[0]) as Playbook).emergencies.find(
    (one) => one.key === key,
  )!
  const ticket = { id: 't', customerId: null, shopId: 's', risks: [] } as unknown as TicketOfIncident
  return firstGrade(plan, [ticket], new Map([['t', sentence]]))
}
