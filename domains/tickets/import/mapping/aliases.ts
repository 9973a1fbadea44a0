import type { ImportField, ImportPlatform, ImportWhat } from '#contracts/tickets/import'

const words = (text: string): readonly string[] => text.split(/\s+/)

/**
 * What back offices and tables call their columns, cleaned as `cleanHeading` cleans them; the first that fits wins.
 * Source: exports seen in public parsers (integrations.md §10); no platform publishes a list, so a person confirms every guess.
 */
export const ALIASES: Record<ImportWhat, Partial<Record<ImportField, readonly string[]>>> = {
  reviews: {
    text: words(`评价内容 评论内容 点评内容 顾客评价 用户评价 买家评论 初次评价内容 首评内容 反馈内容 投诉内容 意见内容 内容 评价 评论 点评
      反馈 text content review reviewtext reviewcontent reviewbody comment
      comments commentcontent comment_content body message feedback`),
    more: words(`追加评价 追评 追评内容 追加评论 追加评价内容 addcomment add_comment followup
      followupreview`),
    externalId:
      words(`评价id 评论id 点评id 评价编号 评论编号 评价单号 反馈编号 编号 id reviewid review_id commentid
      comment_id rateid uuid`),
    score:
      words(`评分 星级 总评分 总体评分 总体评价 综合评分 打分 分数 用户评分 评价星级 店铺评分 整体评分 满意度 评价等级 评价类型 情感
      score star stars rating rate overallrating food_comment_score
      order_comment_score sentiment`),
    time: words(`评价时间 评论时间 点评时间 提交时间 评价日期 评论日期 反馈时间 发布时间 创建时间 时间 日期 time date createdat
      created_at createtime create_time commenttime comment_time reviewdate
      reviewtime publishtime postedat`),
    shop: words(`门店名称 店铺名称 商家名称 平台门店名称 门店 店铺 商户名称 分店 门店编号 门店编码 门店代码 店铺id 门店id shop
      shopname shop_name store storename shopcode shop_code storecode branch
      app_poi_code`),
    orderNumber:
      words(`订单号 订单编号 平台订单号 订单id 外卖订单号 交易单号 交易号 order orderid order_id orderno
      ordernumber order_number`),
    author:
      words(`用户昵称 用户名 用户名称 昵称 评价人 评论人 顾客 顾客姓名 顾客昵称 客户 用户 会员名 买家 姓名 author user
      username user_name nickname reviewer customer customername name`),
    contact:
      words(`手机号 手机号码 联系电话 联系方式 电话 手机 顾客电话 邮箱 电子邮箱 phone mobile tel telephone email
      contact`),
    reply: words(`商家回复 商家回复内容 回复内容 店铺回复 客服回复 回复 reply merchantreply shopreply
      e_reply_content response ownerresponse`),
    platform: words(`平台 来源平台 渠道 来源 平台名称 platform source channel`),
  },
  customers: {
    contact:
      words(`手机号 手机号码 联系电话 联系方式 电话 手机 会员手机号 顾客电话 邮箱 电子邮箱 phone mobile tel telephone
      email contact`),
    author: words(`姓名 顾客姓名 会员姓名 客户姓名 会员名 名字 称呼 昵称 顾客 客户 name fullname customer
      customername nickname`),
    value: words(`顾客价值 会员等级 等级 客户等级 级别 客户类型 value level tier grade vip`),
    memberCard: words(`会员卡号 会员卡 卡号 会员编号 会员号 membercard card cardno member_no memberid`),
    openid: words(`openid 微信openid 公众号openid wechatopenid`),
    unionid: words(`unionid 微信unionid`),
    birthday: words(`生日 出生日期 birthday birthdate dob`),
    tags: words(`标签 顾客标签 客户标签 tags labels`),
    address: words(`地址 常用地址 收货地址 送货地址 详细地址 联系地址 address`),
    allergy: words(`过敏 过敏原 过敏史 allergy allergies`),
    taboo: words(`忌口 禁忌 忌口要求 taboo taboos dislikes`),
    consent: words(`同意营销 营销授权 接收优惠 同意接收活动 接收营销信息 consent optin opt_in marketing`),
  },
  orders: {
    orderNumber:
      words(`订单号 订单编号 平台订单号 外卖订单号 订单id 交易单号 交易号 商户订单号 order orderid order_id
      orderno ordernumber order_number`),
    time: words(`下单时间 订单时间 支付时间 创建时间 完成时间 账单日期 核销日期 日期 时间 ordertime order_time placedat
      createdat created_at paidat date time`),
    shop: words(`门店名称 店铺名称 商家名称 平台门店名称 门店 店铺 商户名称 分店 门店编号 门店编码 门店代码 店铺id 门店id shop
      shopname shop_name store storename shopcode shop_code storecode branch`),
    amount:
      words(`订单金额 实付金额 顾客实付 用户实付 支付金额 实付 订单总额 总价 金额 合计 amount total paid price
      totalprice total_price original_price`),
    items:
      words(`商品明细 商品信息 商品名称 商品 菜品 菜品明细 明细 订单内容 items item products product dishes
      detail details`),
    contact: words(`手机号 手机号码 联系电话 收货人电话 收货电话 顾客电话 联系方式 电话 手机 phone mobile tel
      recipient_phone email contact`),
    platform: words(`平台 来源平台 渠道 来源 平台名称 platform source channel`),
  },
}

/** A platform is known by columns that only it has together, never by a file's name. When two fit, a person is asked. */
export const SIGNS: readonly { platform: ImportPlatform; what: ImportWhat; all: readonly string[] }[] = [
  { platform: 'meituan', what: 'orders', all: ['订单号', '商户订单号', '商家实收'] },
  { platform: 'meituan', what: 'orders', all: ['账单日期', '交易类型', '商家应收款'] },
  { platform: 'eleme', what: 'orders', all: ['账单日期', '订单类型', '结算金额'] },
  { platform: 'meituan', what: 'reviews', all: ['comment_id', 'food_comment_score'] },
]

/** What a cell in a column of platforms says. */
export const PLATFORM_WORDS: readonly [RegExp, ImportPlatform][] = [
  [/美团|meituan/i, 'meituan'],
  [/饿了么|淘宝闪购|ele\.?me/i, 'eleme'],
  [/点评|dianping/i, 'dianping'],
  [/抖音|douyin|tiktok/i, 'douyin'],
  [/微博|weibo/i, 'weibo'],
  [/小红书|快手|公众号|知乎|xiaohongshu|rednote/i, 'public_post'],
]

/** 评价 内容（必填）：→ 评价内容(必填): widths folded, spaces and line breaks gone, small letters. */
export function cleanHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s*:"'＊]+/g, '')
    .toLowerCase()
}

/** Without what stands in brackets behind it: 订单金额(元) is 订单金额. */
export function bareHeading(cleaned: string): string {
  return cleaned.replace(/[([{【〔].*$/, '') || cleaned
}
