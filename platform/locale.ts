import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '#contracts/kit'

const ROOT = join(import.meta.dirname, '..', 'locales')
const cache = new Map<string, Record<string, string>>()

/**
 * One sentence from locales/<lang>/<namespace>.json with its {{variables}} filled; the key itself when nobody wrote it.
 * Shape: where a language tells one from many, the sentence stands there as `key_one` and `key_other`, and `data.count` (a number) chooses.
 */
export function sentence(
  locale: Locale,
  namespace: string,
  key: string,
  data: Record<string, unknown> = {},
): string {
  const own = load(locale, namespace)
  const words = own[`${key}${formOf(locale, data.count)}`] ?? own[key] ?? load('zh-CN', namespace)[key] ?? key
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(data[name] ?? ''))
}

/** As i18next calls it in the console. */
function formOf(locale: Locale, count: unknown): string {
  if (typeof count !== 'number') return '_other'
  const rules = plurals.get(locale) ?? new Intl.PluralRules(locale)
  plurals.set(locale, rules)
  return `_${rules.select(count)}`
}
const plurals = new Map<Locale, Intl.PluralRules>()

/** ¥35, ¥35.50: without the cents where there are none. */
export function sayMoney(amountMinor: number, currency: string, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amountMinor / 100)
}

function load(locale: Locale, namespace: string): Record<string, string> {
  const id = `${locale}/${namespace}`
  let words = cache.get(id)
  if (!words) {
    try {
      words = JSON.parse(readFileSync(join(ROOT, `${id}.json`), 'utf8')) as Record<string, string>
    } catch {
      words = {}
    }
    cache.set(id, words)
  }
  return words
}

/** The best of our languages for an Accept-Language header or a browser's tag: zh-HK and zh-Hant read traditional. */
export function pickLocale(wanted: string | undefined): Locale {
  for (const part of (wanted ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? ''
    if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-TW'
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
