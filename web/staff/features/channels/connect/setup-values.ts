import type { Connection, SettingValues } from '#contracts/channels/connect'

/** What stands in the form: lists as lines of text; a secret is absent while it stays as it is. */
export type Filled = Record<string, string | number | boolean | null | undefined>
type Field = Connection['fields'][number]

export function filledOf({ fields, settings }: Pick<Connection, 'fields' | 'settings'>): Filled {
  return Object.fromEntries(
    fields
      .filter((field) => field.sort !== 'secret')
      .map(({ key }) => {
        const value = settings[key]
        return [key, Array.isArray(value) ? value.join('\n') : value]
      }),
  )
}

/** The same as the API takes it: empty numbers and untouched secrets are left out, an emptied text is sent as empty. */
export function settingsOf(fields: readonly Field[], filled: Filled): SettingValues {
  const settings: SettingValues = {}
  for (const { key, sort } of fields) {
    const value = filled[key]
    if (value === undefined || value === null) continue
    settings[key] = sort === 'lines' ? linesOf(String(value)) : value
  }
  return settings
}

/** Secrets that are set and are used at an address that is being changed: the server keeps none of them. */
export function secretsAskedAgain(
  { fields, settings, secrets }: Pick<Connection, 'fields' | 'settings' | 'secrets'>,
  filled: Filled,
): Set<string> {
  const known = filledOf({ fields, settings })
  const moved = fields.filter(
    ({ key, sort, carries }) =>
      carries.length && key in filled && placesOf(filled[key], sort) !== placesOf(known[key], sort),
  )
  return new Set(moved.flatMap(({ carries }) => carries).filter((key) => key in secrets))
}

function placesOf(value: Filled[string], sort: Field['sort']): string {
  const text = String(value ?? '')
    .trim()
    .toLowerCase()
  if (sort === 'lines') return linesOf(text).join('\n')
  return URL.canParse(text) && /^https?:/.test(text) ? new URL(text).origin : text
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
