import type { Deed } from './deeds.ts'
import type { Said } from './seals.ts'

/** The tea brand's room of today, in minutes from its opening. */
export type Reported = {
  min: number
  shop: string
  name: string
  contact: string
  text: string
  /** What a colleague wrote back in the ticket, in minutes from the opening. */
  reply: { min: number; text: string }
}
export const REPORTED: Reported[] = [
  {
    min: -31,
    shop: 'HZ02',
    name: '贺女士',
    contact: '13800007301',
    text: '杨枝甘露里喝到一截细铁丝，一厘米多长，卷卷的，差点咽下去。杯子和铁丝我都留着。',
    reply: {
      min: 11,
      text: '贺女士您好，刚才电话里说的，我再写一遍：铁丝和杯子请先留着，同事今天下午上门取，检验结果书面给您。',
    },
  },
  {
    min: -17,
    shop: 'HZ01',
    name: '俞先生',
    contact: '13800007302',
    text: '杨枝甘露喝出金属丝，把嘴里划了一下，有点出血，不严重。你们先把原料停了吧。',
    reply: {
      min: 13,
      text: '俞先生您好，原料已经全部停用。我们同事正往您那边去，陪您到口腔科看一下，费用我们先垫付。',
    },
  },
  {
    min: -6,
    shop: 'NB01',
    name: '阮小姐',
    contact: '13800007303',
    text: '刚买的杨枝甘露底下有两小段铁丝，旁边那桌也是，赶紧查一查。',
    reply: {
      min: 16,
      text: '阮小姐您好，谢谢您提醒，旁边那桌我们也联系上了。这批椰浆已经停用，您这单已退款，四小时内把查到的告诉您。',
    },
  },
]
/** Who else had it since the batch was opened; `talks`: has written to the brand by e-mail, and is answered there. */
export const BOUGHT: { min: number; shop: string; name: string; contact: string; talks?: string }[] = [
  { min: -26 * 60, shop: 'HZ03', name: '葛老师', contact: '13800007304' },
  {
    min: -25 * 60,
    shop: 'HZ01',
    name: '季小满',
    contact: 'jixiaoman@example.com',
    talks: '杨枝甘露可以做少冰吗？下次想带孩子来喝。',
  },
  {
    min: -24 * 60,
    shop: 'NB01',
    name: '岑女士',
    contact: 'cen.nb@example.com',
    talks: '天一广场店周末几点开门？想赶早。',
  },
  {
    min: -180,
    shop: 'HZ02',
    name: '路先生',
    contact: 'luyao@example.com',
    talks: '湖滨店门口可以停电瓶车吗？下午想过去。',
  },
  { min: -95, shop: 'HZ01', name: '曲老师', contact: '13800007308' },
  { min: -88, shop: 'NB01', name: '费先生', contact: '13800007310' },
  { min: -58, shop: 'SH01', name: '闵小姐', contact: '13800007309' },
]
export const ANSWERS: Said[] = [
  { shop: 'HZ02', min: 14, quantity: 3, unit: '罐', note: '开封 1 罐、整罐 2 罐，冷藏柜最下层，贴了封条' },
  { shop: 'HZ01', min: 17, quantity: 5, unit: '罐', note: '含出事那一罐，卷边处有毛刺，单独装袋' },
  { shop: 'NB01', min: 19, quantity: 2, unit: '罐', note: '都没开封，封在干货架' },
  { shop: 'HZ04', min: 21, quantity: 4, unit: '罐', note: '开封 1 罐已停用，剩 3 罐原箱封好' },
  { shop: 'HZ03', min: 24, quantity: 3, unit: '罐', note: '封存在冷柜，钥匙在我这里' },
  { shop: 'SH01', min: 27, quantity: 6, unit: '罐', note: '整箱封存，门口库房' },
  { shop: 'NB02', min: 30, note: '我们用的是 11 月 14 日那批，没有这个批号' },
  { shop: 'SH02', min: 36, quantity: 2, unit: '罐', note: '昨天用掉 1 罐，空罐从回收袋里找回来了' },
  { shop: 'HZ05', min: 52, quantity: 1, unit: '罐', note: '只剩半罐，连罐一起封' },
]

export const DEEDS: Deed[] = [
  { min: 0.7, by: 'leader', answers: true },
  { min: 1.1, by: 'quality', answers: true },
  { min: 1.6, by: 'shop', answers: true },
  { min: 2.2, by: 'care', answers: true },
  { min: 3.4, by: 'supply', answers: true },
  { min: 4.2, by: 'spokesperson', answers: true },
  {
    min: 3,
    by: 'shop',
    done: 'comfort',
    words: '三位都通了电话。俞先生口腔划伤，陪他去了浙一口腔科，费用先垫；贺女士和阮小姐没有受伤。',
  },
  { min: 5, by: 'leader', done: 'call_team' },
  {
    min: 7,
    by: 'quality',
    note: '三家店的杨枝甘露只有一样共同的料：椰浆，批号都是 YJ-1118-05。铁丝带卷，像罐口卷边掉下来的毛刺。',
  },
  {
    min: 7.5,
    by: 'leader',
    done: 'grade',
    words: '三家店、同一批号，按“批次”定级。俞先生伤情有变化再升级。',
  },
  {
    min: 8,
    by: 'leader',
    grade: 'batch',
    summary: '三家店三位顾客在杨枝甘露里喝到细金属丝，共同原料是椰浆 YJ-1118-05，一人口腔轻微划伤。',
  },
  {
    min: 9.5,
    by: 'leader',
    decide: '椰浆 YJ-1118-05 所有门店停用封存，不等检验结果；换成 YJ-1121-01 之前，杨枝甘露先下架。',
    why: '异物尖锐，三家店都有，说明不是单店操作的问题，多等一小时就多卖几十杯。',
  },
  {
    min: 18,
    by: 'shop',
    done: 'keep_object',
    words: '贺女士的铁丝和剩下的半杯已收，双方签字，装袋冷藏，交接单编号 JJ-01。',
    file: '异物交接单',
  },
  { min: 19, by: 'quality', keeps: ['object', 'photos', 'talks'] },
  {
    min: 29,
    by: 'quality',
    done: 'stop_sale',
    words: '十一家店全部叫停，已有七家回数。开过的罐和没开的罐分开放，编号对得上。',
    file: '封存现场',
  },
  {
    min: 33,
    by: 'quality',
    sheet: {
      customer: '贺女士、俞先生、阮小姐，联系方式见工单',
      product: '杨枝甘露（大杯）',
      found_what: '细金属丝，长 0.8–1.4 厘米，带卷，有光泽，在杯底',
      batch: 'YJ-1118-05，400 毫升罐装，效期到 2027 年 5 月',
      supplier: '江口椰品（供应商自检报告已调）',
      harm: 'doctor',
      hospital: '浙一口腔科，口腔黏膜浅表划伤，不需缝合',
      swallowed: '俞先生左颊内侧 3 毫米划口；三人都没有吞下',
      others: '同批次共三起：湖滨店、西湖银泰店、天一广场店',
    },
  },
  { min: 35, by: 'quality', done: 'sheet' },
  {
    min: 41,
    by: 'spokesperson',
    drafts: {
      audience: 'customers',
      title: '门店对顾客说明',
      text: '杨枝甘露今天暂停供应，我们正在检查一批原料。昨天到今天买过的顾客，凭订单或杯贴可以全额退款；有不舒服的，请先就医，再找店长，费用我们先垫。',
    },
    approvedMin: 49,
    releasedAt: { min: 55, where: '十一家门店收银台立牌、小程序首页' },
  },
  {
    min: 44,
    by: 'spokesperson',
    drafts: {
      audience: 'public',
      title: '备用：对外情况说明',
      text: '我们接到三位顾客反映，在杨枝甘露里喝到细金属丝。已向顾客致歉并陪同就医，同批次椰浆全部停用封存，市场监管部门已收到我们的报告。原因查明后如实公布。',
    },
    approvedMin: 51,
  },
  {
    min: 57,
    by: 'quality',
    done: 'report',
    words: '电话报上城区市场监管局食品科，接报人陈科员；卫健局值班室同时报过。书面材料两小时内送到。',
  },
  { min: 58, by: 'quality', keeps: ['labels', 'purchase'] },
  {
    min: 63,
    by: 'supply',
    note: '总仓记录：YJ-1118-05 共进 24 箱，11 月 19 日至 21 日发往十一家店，仓库还有 9 箱，已锁库位。供应商今天派人来看罐口。',
  },
  {
    min: 78,
    by: 'care',
    done: 'answer_customer',
    words: '三位都回过话：查到椰浆这一步，四小时内再联系一次。贺女士要看检验结果，答应书面给她。',
  },
  {
    min: 88,
    by: 'shop',
    note: '慈溪银泰店和上海还有一家一直没有回数，电话打过去说店长在外面收货，让当班的先封再说。',
  },
]
/** Minutes from the opening: when the batch was opened, and when it was sealed. */
export const BATCH_MIN = -27 * 60
export const SEALED_MIN = 11
export const BAD = { ingredient: '椰浆', code: 'YJ-1118-05' }
/** Whom the message could not reach, and what came of the calls. */
export const CALLS = [
  {
    min: 74,
    name: '费先生',
    reached: true,
    note: '短信没收到，电话打通了。喝了一半，没喝到东西，剩下的已经倒掉，凭订单退款。',
  },
  { min: 76, name: '曲老师', reached: false, note: '关机，晚饭后再打。' },
]
/** What somebody writes back. */
export const ANSWERED = {
  min: 79.5,
  shop: 'HZ02',
  name: '路先生',
  contact: 'luyao@example.com',
  text: '我昨天下午买的，喝完了，没喝到什么。嗓子有一点痒，要去看吗？',
}
export const MESSAGE =
  '您好，这里是茶屿。您这两天在我们门店买过杨枝甘露，其中一批椰浆里发现细金属丝，已经全部停用。没喝完的请不要再喝，凭订单可以全额退款；嘴里有划伤或不舒服，请先就医并告诉我们，费用由我们先垫付。给您添麻烦了，非常抱歉。'
