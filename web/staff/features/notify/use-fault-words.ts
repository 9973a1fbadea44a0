import { useTranslation } from 'react-i18next'

/** What is wrong and what to do about it, in a sentence; a code that nobody wrote a sentence for shows the service's own words. */
export function useFaultWords(): (code: string, data?: Record<string, unknown>) => string {
  const { t } = useTranslation('notify')
  return (code, data = {}) => {
    const values = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value ?? '')]))
    return code ? t(`fault.${code}`, { ...values, defaultValue: t('fault.refused', values) }) : ''
  }
}
