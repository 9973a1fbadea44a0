import type { Cell } from '../parts.ts'

/** Excel's own limit of what a cell holds. */
const MOST_SIGNS = 32_767

/** Text that the database can store: no zero bytes, no halves of signs, ends trimmed of the space that tables pad with. */
export function cleanText(text: string): string {
  return text.slice(0, MOST_SIGNS).toWellFormed().replaceAll('\0', '').trim()
}

export function cleanCell(value: unknown): Cell {
  if (typeof value === 'string') return cleanText(value) || null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'boolean' ? value : null
}
