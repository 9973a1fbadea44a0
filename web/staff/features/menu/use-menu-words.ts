import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#contracts/kit'
import { useMe } from '../../app/session.ts'
import { textIn } from '../../ui/text-in.ts'
import { playbookQuery } from '../playbook/index.ts'

type MenuWords = Record<(typeof NOUNS)[number], string>
const NOUNS = ['thing', 'things', 'station', 'stations', 'material'] as const

/** What this trade calls the things it sells and the places where they are made: 品项 and 工位, in a salon 项目 and 房间. */
export function useTrade(): MenuWords {
  const { t } = useTranslation('orders-menu')
  const trade = useMe().brand.industry === 'beauty' ? 'salon' : 'food'
  return Object.fromEntries(NOUNS.map((noun) => [noun, t(`trade.${trade}.${noun}`)])) as MenuWords
}

/** The same where the noun stands alone, as a label: with a capital in English. */
export function useTradeLabels(): MenuWords {
  const words = useTrade()
  return Object.fromEntries(
    NOUNS.map((noun) => [noun, words[noun].charAt(0).toUpperCase() + words[noun].slice(1)]),
  ) as MenuWords
}

/** The stations of the playbook, and what each key is called. */
export function useStationNames() {
  const { i18n } = useTranslation()
  const stations = useQuery(playbookQuery).data?.document.orders.stations ?? []
  const named = stations.map(({ key, name }) => ({ key, name: textIn(name, i18n.language as Locale) }))
  return { stations: named, nameOf: (key: string) => named.find((s) => s.key === key)?.name ?? key }
}

/** 90 秒, 5 分钟. */
export function useMakeTime(): (seconds: number) => string {
  const { t } = useTranslation('orders-menu')
  return (seconds) =>
    seconds % 60 === 0 ? t('minutes', { count: seconds / 60 }) : t('seconds', { count: seconds })
}
