import type { CalendarYear } from '#contracts/playbook/versions'
import { playbookErrors } from '../errors.ts'

const OFF = new Set(['off', 'holiday', '休', '休息', '放假', '假', '假期', '节假日'])
const WORK = new Set(['work', 'workday', '班', '上班', '补班', '调休', '调休上班'])

/**
 * A year's days as CSV: a date and 休 or 班 (off / work) per line; a heading and empty lines are skipped.
 * Units:  dates are `2027-02-06`, `2027/2/6` or `2027年2月6日`.
 * Errors: playbook.csvLine with the number of the first line that can't be read.
 */
export function readYearCsv(year: number, csv: string): CalendarYear {
  const read: CalendarYear = { year, offDays: [], makeUpWorkdays: [] }
  csv
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .forEach((row, i) => {
      const [first = '', second = ''] = row
        .split(/[,，;；\t]/)
        .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
      if (!row.trim() || (i === 0 && !/\d/.test(first))) return
      const date = isoDate(first)
      const kind = second.toLowerCase()
      if (!date || (!OFF.has(kind) && !WORK.has(kind))) {
        throw playbookErrors.csvLine({ line: i + 1, text: row.slice(0, 60) }, 'csv')
      }
      ;(OFF.has(kind) ? read.offDays : read.makeUpWorkdays).push(date)
    })
  return read
}

function isoDate(cell: string): string | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell)
  if (!found) return null
  const [, year = '', month = '', day = ''] = found
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}
