import type { ConfigProviderProps } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

type AntLocale = ConfigProviderProps['locale']

const packs: Record<string, () => Promise<{ default: unknown }>> = {
  'zh-CN': () => import('antd/locale/zh_CN'),
  'zh-TW': () => import('antd/locale/zh_TW'),
  en: () => import('antd/locale/en_US'),
}

/** Ant Design's own words in the language of the console; until they are there its defaults are used. */
export function useAntLocale(): AntLocale {
  const language = useTranslation().i18n.language
  const [locale, setLocale] = useState<AntLocale>()
  useEffect(() => {
    let current = true
    packs[language]?.().then((pack) => {
      if (current) setLocale(pack.default as AntLocale)
    })
    return () => {
      current = false
    }
  }, [language])
  return locale
}
