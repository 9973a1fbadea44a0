import { useTranslation } from 'react-i18next'
import type { SegmentCount } from '#contracts/customers/segments'

/** 1,280 人, or that there are more than anybody counts. */
export function CountText({ counted }: { counted: SegmentCount }) {
  const { t, i18n } = useTranslation('segments')
  if (counted.count === null) return <>{t('tooWide')}</>
  const words = t(counted.more ? 'peopleMore' : 'people', { count: counted.count })
  const figure = new Intl.NumberFormat(i18n.language).format(counted.count)
  return <>{words.replace(String(counted.count), figure)}</>
}
