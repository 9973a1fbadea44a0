import { DateTime } from 'luxon'
import type { Locale } from '#contracts/kit'

/** What customers are told about their order, by the occasion. {{number}} {{time}} {{link}} {{shop}} {{reason}} {{day}} */
const WORDS = {
  confirmed: {
    'zh-CN': '您的订单 {{number}} 已确认，预计 {{time}} 送到您手上。随时看进度：{{link}}',
    'zh-TW': '您的訂單 {{number}} 已確認，預計 {{time}} 送到您手上。隨時看進度：{{link}}',
    en: 'Your order {{number}} is confirmed and should be with you by {{time}}. Follow it here: {{link}}',
  },
  confirmedPickup: {
    'zh-CN': '您的订单 {{number}} 已确认，预计 {{time}} 可以取。随时看进度：{{link}}',
    'zh-TW': '您的訂單 {{number}} 已確認，預計 {{time}} 可以取。隨時看進度：{{link}}',
    en: 'Your order {{number}} is confirmed and should be ready by {{time}}. Follow it here: {{link}}',
  },
  confirmedVisit: {
    'zh-CN': '已为您约好 {{time}}，预约号 {{number}}。需要改期请点这里：{{link}}',
    'zh-TW': '已為您約好 {{time}}，預約號 {{number}}。需要改期請點這裡：{{link}}',
    en: 'You are booked for {{time}}, appointment {{number}}. To change it: {{link}}',
  },
  visitMoved: {
    'zh-CN': '预约 {{number}} 改到 {{time}}，{{shop}}见。还要再改请点这里：{{link}}',
    'zh-TW': '預約 {{number}} 改到 {{time}}，{{shop}}見。還要再改請點這裡：{{link}}',
    en: 'Appointment {{number}} is now at {{time}}, {{shop}}. To change it again: {{link}}',
  },
  visitMissed: {
    'zh-CN': '今天没等到您，预约 {{number}} 先取消了。想另约时间，点这里告诉我们：{{link}}',
    'zh-TW': '今天沒等到您，預約 {{number}} 先取消了。想另約時間，點這裡告訴我們：{{link}}',
    en: 'We missed you today and have let appointment {{number}} go. To book another time, tell us here: {{link}}',
  },
  cancelledVisit: {
    'zh-CN': '预约 {{number}} 已取消：{{reason}}。',
    'zh-TW': '預約 {{number}} 已取消：{{reason}}。',
    en: 'Appointment {{number}} has been cancelled: {{reason}}.',
  },
  newPromise: {
    'zh-CN':
      '抱歉，订单 {{number}} 要晚一些：{{reason}}。新的时间是 {{time}}，我们会盯着这一单。进度：{{link}}',
    'zh-TW':
      '抱歉，訂單 {{number}} 要晚一些：{{reason}}。新的時間是 {{time}}，我們會盯著這一單。進度：{{link}}',
    en: 'Sorry, order {{number}} will be later: {{reason}}. The new time is {{time}}, and we are watching it. Follow it: {{link}}',
  },
  leftShop: {
    'zh-CN': '订单 {{number}} 已经出发，预计 {{time}} 到。看骑手到哪了：{{link}}',
    'zh-TW': '訂單 {{number}} 已經出發，預計 {{time}} 到。看外送員到哪了：{{link}}',
    en: 'Order {{number}} is on its way and should arrive by {{time}}. See where the rider is: {{link}}',
  },
  arrived: {
    'zh-CN': '骑手到了，订单 {{number}} 请您收一下：{{link}}',
    'zh-TW': '外送員到了，訂單 {{number}} 請您收一下：{{link}}',
    en: 'The rider is there with order {{number}}: {{link}}',
  },
  ready: {
    'zh-CN': '订单 {{number}} 做好了，可以来取了。',
    'zh-TW': '訂單 {{number}} 做好了，可以來取了。',
    en: 'Order {{number}} is ready to be picked up.',
  },
  cancelled: {
    'zh-CN': '订单 {{number}} 已取消：{{reason}}。',
    'zh-TW': '訂單 {{number}} 已取消：{{reason}}。',
    en: 'Order {{number}} has been cancelled: {{reason}}.',
  },
  refunded: {
    'zh-CN': '订单 {{number}} 退给您 {{amount}}，请留意到账。进度：{{link}}',
    'zh-TW': '訂單 {{number}} 退給您 {{amount}}，請留意到帳。進度：{{link}}',
    en: '{{amount}} of order {{number}} is on its way back to you. Follow it here: {{link}}',
  },
  review: {
    'zh-CN': '订单 {{number}} 还满意吗？点两下告诉我们：{{link}}',
    'zh-TW': '訂單 {{number}} 還滿意嗎？點兩下告訴我們：{{link}}',
    en: 'How was order {{number}}? Two taps tell us: {{link}}',
  },
  reviewAnswered: {
    'zh-CN': '您对订单 {{number}} 的评价，我们回复了：{{link}}',
    'zh-TW': '您對訂單 {{number}} 的評價，我們回覆了：{{link}}',
    en: 'We have answered your review of order {{number}}: {{link}}',
  },
  aftercare: {
    'zh-CN': '护理后第 {{day}} 天，皮肤感觉怎么样？点一下告诉我们，有不舒服更要说：{{link}}',
    'zh-TW': '護理後第 {{day}} 天，皮膚感覺怎麼樣？點一下告訴我們，有不舒服更要說：{{link}}',
    en: 'Day {{day}} after your treatment: how does your skin feel? One tap tells us, above all if something is wrong: {{link}}',
  },
} as const
export type OrderWords = keyof typeof WORDS

export function orderText(what: OrderWords, locale: string, values: Record<string, string>): string {
  const words = WORDS[what]
  const text: string = words[locale as Locale] ?? words['zh-CN']
  return text.replace(/\{\{(\w+)\}\}/g, (_all, key: string) => values[key] ?? '')
}

/** 今天 14:15, 11月23日 09:30: as a customer reads it, by the shop's clock. */
export function sayWhen(at: Date, locale: string, zone: string, now: Date): string {
  const time = DateTime.fromJSDate(at, { zone }).setLocale(locale)
  if (time.hasSame(DateTime.fromJSDate(now, { zone }), 'day')) return time.toFormat('HH:mm')
  return locale === 'en' ? time.toFormat('d LLL HH:mm') : time.toFormat('M月d日 HH:mm')
}
