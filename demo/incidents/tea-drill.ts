import type { Deed } from './deeds.ts'
import type { Said } from './seals.ts'

const NOT_IN_DRILL = '演练不做这一步，真发生时照预案来。'

/** A drill on an invented poisoning, in minutes from its opening: what was quick, and what was not. */
export const DRILL_DEEDS: Deed[] = [
  { min: 0.8, by: 'leader', answers: true },
  { min: 1.2, by: 'quality', answers: true },
  { min: 1.5, by: 'shop', answers: true },
  { min: 1.9, by: 'care', answers: true },
  { min: 7, by: 'trace', answers: true },
  { min: 14, by: 'spokesperson', answers: true },
  { min: 24, by: 'finance', answers: true },
  { min: 6, by: 'care', done: 'help_ill', words: '演练：两位“病人”由同事扮演，三分钟内问清症状，模拟陪诊。' },
  { min: 9, by: 'leader', done: 'call_team' },
  { min: 14.5, by: 'leader', done: 'grade', words: '两人、同一餐次，按“聚集”。' },
  { min: 15, by: 'leader', grade: 'cluster' },
  {
    min: 19,
    by: 'shop',
    done: 'stop_sale',
    words: '演练：红豆、鲜奶、冰块贴了演练封条，冰机断电没放水。',
    file: '演练封条',
  },
  {
    min: 38,
    by: 'care',
    done: 'leftovers',
    words: '演练：剩的半杯装袋冷藏，晚了八分钟，密封袋不在应急箱里。',
    file: '演练留样',
  },
  {
    min: 52,
    by: 'care',
    sheet: { persons: '2', eaters: '3', eaten: '红豆奶茶各一杯', batch: '红豆 B-0301（假设）' },
  },
  { min: 54, by: 'care', done: 'sheet' },
  {
    min: 88,
    by: 'quality',
    done: 'report',
    words: '演练：按报告模板念了一遍，用时 4 分 20 秒；没有真的拨出去。',
  },
  {
    min: 96,
    by: 'shop',
    done: 'staff_health',
    words: '演练：当班五人，晨检记录齐，一人手上有创可贴，模拟离岗。',
  },
  { min: 70, by: 'trace', done: 'hq_stop' },
  {
    min: 74,
    by: 'spokesperson',
    drafts: {
      audience: 'public',
      title: '演练：情况说明',
      text: '演练用。已接到顾客不适的反映，正协助就医，相关产品停售封存，原因以部门结论为准。',
    },
    approvedMin: 83,
  },
  { min: 86, by: 'spokesperson', done: 'holding' },
  {
    min: 100,
    by: 'leader',
    note: '收尾：两小时报告来得及，但对外口径是 14 分钟才有人应答，夜班谁顶要写清楚。',
  },
  { min: 102, by: 'leader', leftOut: 'tell_affected', words: NOT_IN_DRILL },
  { min: 102, by: 'leader', leftOut: 'cooperate', words: NOT_IN_DRILL },
  { min: 102, by: 'leader', leftOut: 'daily_call', words: NOT_IN_DRILL },
  { min: 102, by: 'leader', leftOut: 'supplement', words: NOT_IN_DRILL },
  { min: 102, by: 'leader', leftOut: 'insurance', words: NOT_IN_DRILL },
  { min: 103, by: 'leader', leftOut: 'cause', words: NOT_IN_DRILL },
  { min: 103, by: 'leader', leftOut: 'settle', words: NOT_IN_DRILL },
  { min: 103, by: 'leader', leftOut: 'reopen', words: NOT_IN_DRILL },
  { min: 103, by: 'leader', leftOut: 'visit_back', words: NOT_IN_DRILL },
  {
    min: 108,
    by: 'leader',
    reviews: {
      what: '假设两位顾客喝完红豆奶茶呕吐，从打开应急室到交出报告 1 小时 28 分，四家店全部确认封存。',
      why: '叫人、定级、封存都在时限内；剩余食品晚了，是应急箱里没有密封袋。',
      wentWell: '报告模板好用，四分多钟念完，该有的都有。',
      wentBadly: '发言人和财务应答慢；有一家店第一次没看懂要拍什么。',
    },
  },
  { min: 110, by: 'leader', done: 'review', words: '两条改进已立。' },
  {
    min: 111,
    by: 'leader',
    measure: '每家店应急箱补齐密封袋和封条，拍照报一次',
    cause: '演练时两家店的应急箱里没有密封袋，留样晚了十几分钟。',
    target: '十一家店照片报齐，下次演练接到通知 15 分钟内封好。',
    owner: 'quality',
    dueInDays: 14,
  },
  {
    min: 112,
    by: 'leader',
    measure: '发言人夜间由谁顶，写进值班表，市场部两个人轮着来',
    cause: '发言人晚上不在，没人知道该找谁。',
    target: '下次夜间演练，发言人 5 分钟内应答。',
    owner: 'marketing',
    dueInDays: 7,
    finished: { afterDays: 3, note: '已和卢一诺排好，单双周轮，值班表改过。' },
  },
  { min: 115, by: 'leader', closes: '演练结束，得分和两条改进已经发给各店。' },
]
export const DRILL_ANSWERS: Said[] = [
  { shop: 'HZ01', min: 24, quantity: 1.2, unit: '公斤', note: '演练：红豆一桶，封条贴好' },
  { shop: 'HZ03', min: 29, quantity: 0.8, unit: '公斤', note: '演练：第一次没拍到批号，补拍了' },
  { shop: 'HZ02', min: 31, quantity: 2, unit: '公斤', note: '演练：冷柜第二层' },
  { shop: 'HZ04', min: 33, note: '演练：今天没有用红豆' },
]
