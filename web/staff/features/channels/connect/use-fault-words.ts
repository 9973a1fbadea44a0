import { useTranslation } from 'react-i18next'

/** What a fault's code says to a person: in the words of this kind of channel, else in those that all channels share. */
export function useFaultWords(kind: string): (code: string, data?: Record<string, unknown>) => string {
  const own = `connect-${kind}`
  const { t } = useTranslation([own, 'channels'])
  return (code, data = {}) =>
    t([`${own}:fault.${code}`, `channels:fault.${code}`], {
      ...plain(data),
      defaultValue: t('channels:fault.unknown', { code }),
    })
}

/** Only what can stand in a sentence; nothing that could be taken for an option of the translator. */
function plain(data: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .filter(([key]) => !['defaultValue', 'context', 'ns', 'lng', 'returnObjects'].includes(key))
      .map(([key, value]) => [key, String(value)]),
  )
}
