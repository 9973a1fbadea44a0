import { expect, test } from 'vitest'
import { readYearFile, runsOfDates } from './year-table.ts'

test('a sheet with Chinese words and slashes is read', () => {
  const { year, faults } = readYearFile('日期,类型\n2027/1/1,休\n2027-02-06，休\n2027年2月14日,班\n')
  expect(faults).toEqual([])
  expect(year).toEqual({ year: 2027, offDays: ['2027-01-01', '2027-02-06'], makeUpWorkdays: ['2027-02-14'] })
})

test('JSON as the contract writes it is read', () => {
  const body = { year: 2027, offDays: ['2027-01-01'], makeUpWorkdays: [] }
  expect(readYearFile(`\uFEFF${JSON.stringify(body)}`).year).toEqual(body)
})

test.each([
  ['2027-02-30,休', 'date'],
  ['2027-02-03,也许', 'kind'],
  ['2027-01-01,休\n2028-01-01,休', 'year'],
  ['2027-01-01,休\n2027-1-1,班', 'twice'],
  ['{"year":2027}', 'json'],
  ['日期,类型', 'empty'],
] as const)('%s is refused with its reason', (text, reason) => {
  const read = readYearFile(text)
  expect(read.year).toBeNull()
  expect(read.faults[0]?.reason).toBe(reason)
})

test('neighbouring days are one run, over the end of a month too', () => {
  expect(runsOfDates(['2026-10-02', '2026-10-01', '2026-09-30', '2026-10-05'])).toEqual([
    { from: '2026-09-30', to: '2026-10-02', days: 3 },
    { from: '2026-10-05', to: '2026-10-05', days: 1 },
  ])
})
