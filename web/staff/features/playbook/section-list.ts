export const READ_SECTIONS = [
  'categories',
  'risks',
  'emergencies',
  'signals',
  'matrix',
  'responsibility',
  'sla',
  'calendars',
  'templates',
  'forms',
  'closing',
  'causes',
  'compensation',
  'revisit',
  'orders',
] as const
export const KEEP_SECTIONS = ['years', 'versions', 'text'] as const

export type SectionKey = (typeof READ_SECTIONS)[number] | (typeof KEEP_SECTIONS)[number] | 'checks'

/** Calendars, forms and kinds are put right in the full text. */
const BY_FIELD: Record<string, SectionKey> = {
  categories: 'categories',
  fallbackCategory: 'categories',
  risks: 'risks',
  emergencies: 'emergencies',
  signals: 'signals',
  matching: 'signals',
  matrix: 'matrix',
  severity: 'matrix',
  impact: 'matrix',
  teams: 'responsibility',
  responsibility: 'responsibility',
  sla: 'sla',
  templates: 'templates',
  closing: 'closing',
  causes: 'causes',
  compensation: 'compensation',
  revisit: 'revisit',
  orders: 'orders',
}

/** The section where something at this path of the document is put right; the full text when none can. */
export function sectionOf(path: string): SectionKey {
  const field = path.match(/^[a-zA-Z]+/)?.[0] ?? ''
  return BY_FIELD[field] ?? 'text'
}

export function asSection(value: string | null, draft: boolean): SectionKey {
  const known: readonly string[] = [...READ_SECTIONS, ...KEEP_SECTIONS, ...(draft ? ['checks'] : [])]
  return known.includes(value ?? '') ? (value as SectionKey) : 'categories'
}

/** Leads to another section, the draft or an older version; what is not named stays. */
export type Go = (to: { section?: SectionKey; draft?: boolean; version?: string | null }) => void
