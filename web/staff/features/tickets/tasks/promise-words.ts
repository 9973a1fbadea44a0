import type { TFunction } from 'i18next'

type Promised = { name: string; expected: string; next: string }

/** The message to the customer, in the customer's language, with both times; one sentence when they are the same instant. */
export function promiseWords(t: TFunction<'tasks'>, lng: string, { name, expected, next }: Promised): string {
  const values = { lng, name: name || t('stuck.someone', { lng }), expected, next }
  return t(expected === next ? 'stuck.textSame' : 'stuck.text', values)
}
