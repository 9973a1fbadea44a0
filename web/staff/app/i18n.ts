import { type BackendModule, createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '#contracts/kit'

type Words = { default: Record<string, unknown> }
const files = import.meta.glob<Words>([
  '../../../locales/*/*.json',
  '!../../../locales/*/{errors,customer,server}.json',
])
const STORED = 'huiyin.locale'

/** Each language and feature is its own small file, fetched when a screen first needs its words. */
const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read(language, namespace, done) {
    const load = files[`../../../locales/${language}/${namespace}.json`]
    if (!load) return done(null, {})
    load().then(
      (words) => done(null, words.default),
      (error: unknown) => done(error as Error, null),
    )
  },
}

export const i18n = createInstance()

export function storedLocale(): Locale {
  const value = localStorage.getItem(STORED) ?? navigator.language
  if (/^zh-(tw|hk|mo|hant)/i.test(value)) return 'zh-TW'
  return /^zh/i.test(value) ? 'zh-CN' : 'en'
}

export function startI18n(): Promise<unknown> {
  const lng = storedLocale()
  document.documentElement.lang = lng
  return i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      lng,
      fallbackLng: 'zh-CN',
      supportedLngs: ['zh-CN', 'zh-TW', 'en'],
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    })
}

export async function changeLocale(locale: Locale): Promise<void> {
  localStorage.setItem(STORED, locale)
  await i18n.changeLanguage(locale)
  document.documentElement.lang = locale
}
