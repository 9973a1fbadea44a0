import type { TFunction } from 'i18next'
import type { Entry } from '#contracts/tickets'

/** The sentence of a fact in the timeline, from its name and data; an unknown fact shows its own text or name. */
export function factWords(t: TFunction<'tickets'>, { fact, by, byKind, text, data }: Entry): string {
  const who = byKind === 'staff' && by ? by : t('by.system')
  const values: Record<string, string> = { who }
  for (const [key, value] of Object.entries(data)) values[key] = plain(value)
  if (values.to) values.status = t(`status.${values.to}`, { defaultValue: values.to })
  if (values.metric) values.clock = t(`clock.name.${values.metric}`, { defaultValue: values.metric })
  const words = t(`fact.${fact}`, { ...values, defaultValue: text || fact })
  return text && !words.includes(text) ? `${words}${t('fact.colon')}${text}` : words
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('、')
  if (typeof value === 'object' && value !== null) return 'name' in value ? String(value.name) : ''
  return value === null || value === undefined ? '' : String(value)
}
