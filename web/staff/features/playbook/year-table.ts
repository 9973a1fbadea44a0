import { CalendarYear } from '#contracts/playbook/versions'
import { dayAfter } from '../../ui/time.ts'

export type YearFault = {
  line: number
  text: string
  reason: 'date' | 'kind' | 'year' | 'json' | 'empty' | 'twice'
}

const OFF = new Set(['off', '休', '休息', '放假', '假', '假期'])
const WORK = new Set(['work', '班', '上班', '补班', '调休', '调休上班'])

/**
 * One year's days off and make-up workdays from an uploaded file.
 * Shape:  CSV with a date and 休 or 班 (off / work) per line, a heading is skipped; or JSON as in the contract.
 * Units:  dates are calendar dates of the year, `2027-02-06` or `2027/2/6`.
 * Errors: every line that can't be read, by its number; nothing is taken over while there is one.
 */
export function readYearFile(text: string): { year: CalendarYear | null; faults: YearFault[] } {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (!trimmed) return { year: null, faults: [{ line: 1, text: '', reason: 'empty' }] }
  return trimmed.startsWith('{') ? readJson(trimmed) : readCsv(trimmed)
}

function readJson(text: string): { year: CalendarYear | null; faults: YearFault[] } {
  try {
    const parsed = CalendarYear.safeParse(JSON.parse(text))
    if (parsed.success) return { year: parsed.data, faults: [] }
    const issue = parsed.error.issues[0]
    return { year: null, faults: [{ line: 1, text: issue?.path.join('.') ?? '', reason: 'json' }] }
  } catch {
    return { year: null, faults: [{ line: 1, text: text.slice(0, 30), reason: 'json' }] }
  }
}

function readCsv(text: string): { year: CalendarYear | null; faults: YearFault[] } {
  const days = new Map<string, 'off' | 'work'>()
  const faults: YearFault[] = []
  text.split(/\r?\n/).forEach((row, i) => {
    const [first = '', second = ''] = row.split(/[,，;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ''))
    if (!first || (i === 0 && !/\d/.test(first))) return
    const date = isoDate(first)
    const kind = OFF.has(second.toLowerCase()) ? 'off' : WORK.has(second.toLowerCase()) ? 'work' : null
    const reason = !date ? 'date' : !kind ? 'kind' : days.has(date) ? 'twice' : null
    if (reason) faults.push({ line: i + 1, text: row, reason })
    else if (date && kind) days.set(date, kind)
  })
  const dates = [...days.keys()].toSorted()
  const years = new Set(dates.map((date) => date.slice(0, 4)))
  if (years.size > 1) faults.push({ line: 1, text: [...years].join(' '), reason: 'year' })
  if (dates.length === 0 && faults.length === 0) faults.push({ line: 1, text: '', reason: 'empty' })
  if (faults.length > 0) return { year: null, faults }
  const of = (kind: 'off' | 'work') => dates.filter((date) => days.get(date) === kind)
  return { year: { year: Number([...years][0]), offDays: of('off'), makeUpWorkdays: of('work') }, faults: [] }
}

function isoDate(cell: string): string | null {
  const match = cell.match(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/)
  if (!match) return null
  const iso = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** Dates of one month each, neighbouring days joined: `2026-10-01 … 2026-10-07` is one run. */
export function runsOfDates(dates: string[]): Array<{ from: string; to: string; days: number }> {
  const runs: Array<{ from: string; to: string; days: number }> = []
  for (const date of dates.toSorted()) {
    const last = runs.at(-1)
    if (last && dayAfter(last.to, 1) === date) Object.assign(last, { to: date, days: last.days + 1 })
    else runs.push({ from: date, to: date, days: 1 })
  }
  return runs
}
