import type { JudgedField } from '#contracts/language'

export const FIELDS: readonly JudgedField[] = ['kind', 'category', 'severity']
/** Fewer than this are shown in grey: a share of three says little. */
export const FEW = 5

export const percent = (part: number, all: number): string =>
  all ? `${Math.round((part / all) * 100)}%` : '–'

/** Severities explain themselves (没做到：做错、漏做); beside one another the word before the explanation is enough. */
export function shortName(field: JudgedField, name: string): string {
  return field === 'severity' ? (name.split(/[：:]/)[0] ?? name) : name
}
