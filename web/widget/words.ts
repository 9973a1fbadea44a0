import en from '../../locales/en/widget.json'
import zhCN from '../../locales/zh-CN/widget.json'
import zhTW from '../../locales/zh-TW/widget.json'

export type Words = typeof zhCN

/** The words and the tag of the first language that we speak: the page's own, then the browser's. Neither Chinese nor English reads English. */
export function pickWords(languages: readonly string[]): { words: Words; locale: string } {
  for (const language of languages) {
    if (/^zh\b(?!.*\bhans\b).*\b(hant|tw|hk|mo)\b/i.test(language)) return { words: zhTW, locale: 'zh-TW' }
    if (/^zh\b/i.test(language)) return { words: zhCN, locale: 'zh-CN' }
    if (/^en\b/i.test(language)) return { words: en, locale: 'en' }
  }
  return { words: en, locale: 'en' }
}

/** Puts values into `{{name}}`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}
