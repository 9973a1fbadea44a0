import type { Locale } from '#contracts/kit'

/** Why it takes longer, as a customer is told it. */
const REASONS = {
  busy: {
    'zh-CN': '后厨这会儿单子多，做得慢了些',
    'zh-TW': '廚房這會兒單子多，做得慢了些',
    en: 'the kitchen is very busy right now',
  },
  rework: {
    'zh-CN': '有一份没达到我们的标准，正在重做',
    'zh-TW': '有一份沒達到我們的標準，正在重做',
    en: 'one item did not meet our standard and is being made again',
  },
} as const

export function slowReason(locale: string, why: keyof typeof REASONS): string {
  return REASONS[why][locale as Locale] ?? REASONS[why]['zh-CN']
}
