import { useTranslation } from 'react-i18next'
import {
  type CountCondition,
  isGroup,
  type SegmentCondition,
  type SegmentGroup,
  type SegmentList,
  type SetCondition,
} from '#contracts/customers/segments'

export type Named = Pick<SegmentList, 'shops' | 'regions' | 'currency'>

/** A rule as a person of marketing says it: 最近 90 天下单 ≥3 次，且没有投诉. */
export function useSegmentWords({ shops, regions, currency }: Named): (rule: SegmentGroup) => string {
  const { t, i18n } = useTranslation(['segments', 'customers'])
  const names = new Map([...shops, ...regions].map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? t('say.unknown')
  const either = (words: string[]) => words.join(t('say.either'))
  const money = (minor: number) =>
    new Intl.NumberFormat(i18n.language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 0,
    }).format(minor / 100)

  const counted = (c: CountCondition) => {
    const places = [...c.regions, ...c.shops].map(nameOf)
    const items = c.fact === 'orders' ? c.items : []
    const kinds = c.fact === 'tickets' ? c.kinds : []
    const none = c.op === 'atMost' && c.n === 0 && c.fact !== 'spent'
    return t(`say.${c.fact}.${none ? 'none' : c.op}`, {
      count: c.n,
      money: money(c.n),
      when: c.days ? t('say.when', { count: c.days }) : '',
      where: places.length ? t('say.where', { places: either(places) }) : '',
      what: items.length ? t('say.what', { items: either(items) }) : '',
      kinds: kinds.length ? either(kinds.map((kind) => t(`kind.${kind}`))) : t('say.feedback'),
    })
  }
  const valueWords = (c: SetCondition): string[] => {
    switch (c.fact) {
      case 'shop':
        return c.values.map(nameOf)
      case 'birthMonth':
        return c.values.map((n) => t('month', { n }))
      case 'value':
      case 'trait':
      case 'identity':
      case 'language':
        return c.values.map((value) => t(`customers:${c.fact}.${value}`))
      case 'consent':
        return c.values.map((value) => t(`customers:purpose.${value}`, { defaultValue: value }))
      default:
        return c.values
    }
  }
  const said = (c: SegmentCondition): string => {
    switch (c.fact) {
      case 'orders':
      case 'spent':
      case 'visits':
      case 'tickets':
        return counted(c)
      case 'meanRating':
      case 'lastRating':
        return t(`say.${c.fact}.${c.op}`, { n: c.n })
      case 'lastOrder':
      case 'firstOrder':
      case 'lastVisit':
      case 'lastTicket':
      case 'known':
      case 'checked':
        return t(`say.${c.fact}.${c.op}`, { count: c.days ?? 0 })
      default:
        return t(`say.${c.fact}.${c.op}`, { values: either(valueWords(c)) })
    }
  }
  const say = (group: SegmentGroup, inner: boolean): string => {
    const words = group.of.map((node) => (isGroup(node) ? say(node, group.of.length > 1) : said(node)))
    const sentence = words.join(t(group.join === 'all' ? 'say.and' : 'say.or'))
    return inner && words.length > 1 ? t('say.group', { words: sentence }) : sentence
  }
  return (rule) => (rule.of.length ? say(rule, false) : t('say.everybody'))
}
