import type { TFunction } from 'i18next'

type Promised = { name: string; expected: string; next: string }

/** The message to the customer, in the customer's language, with both times; one sentence when they are the same instant. A masked name is not said. */
export function promiseWords(t: TFunction<'tasks'>, lng: string, { name, expected, next }: Promised): string {
  const known = name !== '' && !name.includes('*')
  const greeting = known ? t('stuck.greeting', { lng, name }) : t('stuck.greetingNameless', { lng })
  return t(expected === next ? 'stuck.textSame' : 'stuck.text', { lng, greeting, expected, next })
}
