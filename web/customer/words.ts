import type zh from '../../locales/zh-CN/customer.json'

export type Words = typeof zh
export type Locale = 'zh-CN' | 'zh-TW' | 'en'
export const LOCALES: { key: Locale; name: string }[] = [
  { key: 'zh-CN', name: '简体中文' },
  { key: 'zh-TW', name: '繁體中文' },
  { key: 'en', name: 'English' },
]

const files = import.meta.glob<Words>('../../locales/*/customer.json', { import: 'default' })

/**
 * The page's language: the reader's own choice, else the first of the phone's languages that we speak.
 * Shape: Chinese of Taiwan, Hong Kong, Macao or marked Hant is zh-TW, any other Chinese zh-CN; a phone that
 *        speaks neither Chinese nor English reads English; one that says nothing reads zh-CN.
 */
export function pickLocale(chosen: string | null, languages: readonly string[]): Locale {
  const own = LOCALES.find((locale) => locale.key === chosen)
  if (own) return own.key
  for (const language of languages) {
    if (/^zh\b(?!.*\bhans\b).*\b(hant|tw|hk|mo)\b/i.test(language)) return 'zh-TW'
    if (/^zh\b/i.test(language)) return 'zh-CN'
    if (/^en\b/i.test(language)) return 'en'
  }
  return languages.length > 0 ? 'en' : 'zh-CN'
}

/** One language's words, as a file of its own; zh-CN where that language has not been generated yet. */
export function loadWords(locale: Locale): Promise<Words> {
  const load = files[`../../locales/${locale}/customer.json`] ?? files['../../locales/zh-CN/customer.json']
  if (!load) throw new Error('locales/zh-CN/customer.json is missing')
  return load()
}

/** Puts values into `{{name}}`; a name without a value stays as it is. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}
