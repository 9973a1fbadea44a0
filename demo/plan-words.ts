/** What agents of a trade ask the shop, and what they give to other departments; with answers as the shops give them. */
export type PlanWords = {
  steps: { title: string; resources?: string; result: string }[]
  questions: { title: string; answer: string }[]
  delays: string[]
}

const DELAYS = [
  '等总部寄配件，预计后天到店',
  '顾客电话没人接，已约明天上午再打',
  '要调监控核对，门店周三才有权限',
  '等财务确认退款到账时间',
]

const GENERAL: PlanWords = {
  steps: [
    { title: '核对顾客的消费记录', result: '记录在，金额对得上' },
    { title: '调当天的监控片段', resources: '总部监控账号', result: '片段已存，时间是 14:20 到 14:35' },
    { title: '把问题写进班前会', result: '今天班前会讲过了，全员签字' },
    { title: '核实退款是否到账', result: '已原路退回，银行回单已存档' },
  ],
  questions: [
    { title: '当时是谁接待的顾客？现场怎么说的？', answer: '小周接待的，当面道过歉，顾客没留电话就走了。' },
    { title: '今天这类问题还有别的顾客提过吗？', answer: '上午还有一位，已经一起记下了。' },
    { title: '现场能拍一张照片看看吗？', answer: '看过了，指示牌确实被挡住了，已经挪开。' },
  ],
  delays: DELAYS,
}

/** By industry pack; a pack without words of its own uses the general ones. */
export const PLAN_WORDS: Record<string, PlanWords> = {
  general: GENERAL,
  milk_tea: {
    steps: [
      {
        title: '检查煮珍珠的时间和保温温度',
        resources: '探针温度计',
        result: '保温 68 度，煮制少了 5 分钟，已改',
      },
      { title: '核对糖度机的校准记录', result: '三分糖偏高，已重新校准' },
      { title: '给顾客重做一杯并安排配送', result: '18:10 已送到，顾客收下了' },
      { title: '把封口机报修', resources: '设备科维修单', result: '师傅已换加热条，试了二十杯不漏' },
    ],
    questions: [
      {
        title: '这杯是几点做的？珍珠是哪一锅？',
        answer: '两点四十做的，用的是一点那一锅，已经超过四小时，剩的都倒了。',
      },
      { title: '杯贴上写的几分糖？还留着吗？', answer: '杯贴打的是三分糖，做的同事按了五分，已经当面提醒。' },
      { title: '封口的那台机器今天还漏过吗？', answer: '下午漏了两杯，先停用了，用另一台。' },
    ],
    delays: DELAYS,
  },
  restaurant: {
    steps: [
      { title: '查这道菜的留样和进货单', resources: '留样冰箱钥匙', result: '留样正常，进货单是当天的' },
      { title: '后厨复盘出菜时间', result: '催菜单漏打了，已经改成双联' },
      { title: '请厨师长试做并尝味', result: '偏咸，是新来的同事勺数错了' },
      { title: '核对这一桌的账单', result: '多收一份凉菜，已退 28 元' },
    ],
    questions: [
      { title: '当晚这一桌是谁服务的？催过几次菜？', answer: '阿芳服务的，催了两次，后厨单子压住了。' },
      { title: '剩下的菜还在吗？拍一张看看。', answer: '已经封存在留样柜，标签写好了。' },
      { title: '包间空调当天报修过吗？', answer: '七点报的修，师傅九点才到。' },
    ],
    delays: DELAYS,
  },
  takeaway: {
    steps: [
      { title: '查骑手的取餐和送达时间', result: '取餐晚了 18 分钟，商家出餐慢' },
      { title: '核对打包清单，看漏了哪一份', result: '漏了一份米饭，已补送' },
      { title: '换防漏的汤碗', resources: '新汤碗两箱', result: '新碗已到店，今天起用' },
      { title: '联系骑手站点核实情况', result: '站长已回复，骑手摔了一跤，人没事' },
    ],
    questions: [
      { title: '这单是几点出餐的？谁打的包？', answer: '12:25 出餐，小李打的包，袋口没封好。' },
      { title: '同一时间还有别的单子晚了吗？', answer: '那半小时压了九单，后面都打过电话了。' },
      { title: '餐品包装还有库存吗？拍一张看看。', answer: '防漏碗只剩半箱，已经下单补货。' },
    ],
    delays: DELAYS,
  },
  beauty: {
    steps: [
      { title: '调这位顾客的护理记录', result: '用的是 2 号配方，停留时间正常' },
      {
        title: '请技术老师看照片给建议',
        resources: '顾客发来的照片',
        result: '属于短时泛红，建议冷敷，明天再看',
      },
      { title: '核对产品批号和过敏测试记录', result: '批号在有效期内，当天没做耳后测试' },
      { title: '核对储值卡扣款', result: '多扣一次，已退回卡里' },
    ],
    questions: [
      { title: '当天是哪位美容师做的？做之前问过过敏史吗？', answer: '小雅做的，问过，但没有填在单子上。' },
      { title: '房间和毛巾是谁消毒的？', answer: '记录上是早班做的，签字在。' },
      { title: '用的那瓶产品还在吗？拍一张批号。', answer: '还在，批号已经抄下来，开封十天。' },
    ],
    delays: DELAYS,
  },
}
