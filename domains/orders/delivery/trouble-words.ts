import type { Locale } from '#contracts/kit'
import type { TroubleKind } from '#contracts/orders/delivery'

/** What the customer reads as the reason of a new time. */
const WORDS: Record<TroubleKind, Record<Locale, string>> = {
  traffic: { 'zh-CN': '路上堵车', 'zh-TW': '路上塞車', en: 'traffic on the way' },
  weather: {
    'zh-CN': '天气不好，骑手要慢行',
    'zh-TW': '天氣不好，外送員要慢行',
    en: 'bad weather on the way',
  },
  accident: {
    'zh-CN': '骑手路上出了点意外',
    'zh-TW': '外送員路上出了點意外',
    en: 'the rider had a mishap on the way',
  },
  absent: {
    'zh-CN': '骑手到了，没能联系上您',
    'zh-TW': '外送員到了，沒能聯絡上您',
    en: 'the rider was there and could not reach you',
  },
  vehicle: {
    'zh-CN': '骑手的车出了故障',
    'zh-TW': '外送員的車出了故障',
    en: 'the rider’s vehicle broke down',
  },
}

export function troubleWords(kind: TroubleKind, locale: string): string {
  return WORDS[kind][locale as Locale] ?? WORDS[kind]['zh-CN']
}
