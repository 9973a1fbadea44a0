import { type Playbook, Priority, type SlaMetric } from '#contracts/playbook'
import type { SlaTarget } from '../rules/route.ts'
import type { Finding, IssuePath } from './playbook-issue.ts'

const METRICS: readonly SlaMetric[] = ['acknowledge', 'respond', 'plan', 'resolve']
type Row = Partial<Record<SlaMetric, SlaTarget>>

/** Rules that name existing things and still cannot work: no way out, out of order, never reached. */
export function ruleFindings(playbook: Playbook): Finding[] {
  return [
    ...responsibilityFindings(playbook),
    ...matrixFindings(playbook),
    ...slaFindings(playbook),
    ...playbook.calendars.flatMap((calendar, i) => hoursFindings(calendar, ['calendars', i])),
    ...closingFindings(playbook),
    ...revisitFindings(playbook),
    ...compensationFindings(playbook),
  ]
}

function responsibilityFindings(playbook: Playbook): Finding[] {
  const findings: Finding[] = []
  const last = playbook.responsibility.length - 1
  playbook.responsibility.forEach((rule, i) => {
    const empty = Object.values(rule.when).every((condition) => condition === undefined)
    if (i === last && !empty)
      findings.push({ code: 'lastRuleNotForAll', path: ['responsibility', i, 'when'] })
    if (i < last && empty) findings.push({ code: 'ruleForAllTooEarly', path: ['responsibility', i, 'when'] })
    if (rule.chain[0] === rule.role) {
      findings.push({
        code: 'chainStartsWithOwnRole',
        path: ['responsibility', i, 'chain', 0],
        data: { role: rule.role },
      })
    }
  })
  return findings
}

/** A worse or wider case never gets a lower priority. */
function matrixFindings({ matrix }: Playbook): Finding[] {
  const findings: Finding[] = []
  const rank = (row: number, column: number) => Priority.options.indexOf(matrix[row]?.[column] ?? 'P4')
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 4; column++) {
      const above = row > 0 && rank(row, column) > rank(row - 1, column)
      const left = column > 0 && rank(row, column) > rank(row, column - 1)
      if (above || left) {
        const data = { severity: row + 1, impact: column + 1, priority: matrix[row]?.[column] ?? '' }
        findings.push({ code: 'matrixNotMonotone', path: ['matrix', row, column], data })
      }
    }
  }
  return findings
}

function slaFindings({ sla }: Playbook): Finding[] {
  const findings: Finding[] = []
  const inOrder = (path: IssuePath, row: Row) => {
    METRICS.forEach((metric, i) => {
      const target = row[metric]
      const earlier = METRICS.slice(0, i).find((other) => {
        const before = row[other]
        return before && target && before.calendar === target.calendar && before.minutes > target.minutes
      })
      if (earlier)
        findings.push({ code: 'slaOutOfOrder', path: [...path, metric], data: { metric, earlier } })
    })
  }
  for (const priority of Priority.options) inOrder(['sla', priority], sla[priority])
  for (const [kind, row] of Object.entries(sla.kinds)) inOrder(['sla', 'kinds', kind], row ?? {})
  Priority.options.slice(1).forEach((priority, i) => {
    const higher = Priority.options[i] ?? 'P1'
    for (const metric of METRICS) {
      const urgent: SlaTarget | undefined = sla[higher][metric]
      const calm: SlaTarget | undefined = sla[priority][metric]
      if (urgent && calm && urgent.calendar === calm.calendar && urgent.minutes > calm.minutes) {
        findings.push({
          code: 'slaSlowerForWorse',
          path: ['sla', higher, metric],
          data: { higher, lower: priority },
        })
      }
    }
  })
  return findings
}

function hoursFindings(calendar: Playbook['calendars'][number], path: IssuePath): Finding[] {
  const findings: Finding[] = []
  if (calendar.kind === 'office' && !calendar.week?.some((hours) => hours.length > 0)) {
    findings.push({ code: 'officeWithoutHours', path: [...path, 'week'] })
  }
  if (calendar.kind !== 'office' && calendar.holidays) {
    findings.push({ code: 'strayHolidays', path: [...path, 'holidays'] })
  }
  calendar.week?.forEach((hours, day) => {
    const sorted = hours.map(([from, to]) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1))
    sorted.forEach(({ from, to }, i) => {
      const data = { from, to }
      const before = sorted[i - 1]
      if (from >= to || from >= '24:00' || to > '30:00') {
        findings.push({ code: 'hoursBackwards', path: [...path, 'week', day], data })
      } else if (before && from < before.to)
        findings.push({ code: 'hoursOverlap', path: [...path, 'week', day], data })
    })
  })
  return findings
}

/** Calls within one day, in the order of the clock. */
function revisitFindings({ revisit }: Playbook): Finding[] {
  const [from, to] = revisit.hours
  if (from < to && to <= '24:00') return []
  return [{ code: 'hoursBackwards', path: ['revisit', 'hours'], data: { from, to } }]
}

/** Offers that say how much and what, and approvals from the smaller amount to the larger. */
function compensationFindings({ compensation }: Playbook): Finding[] {
  const offers = compensation.offers.flatMap((offer, i): Finding[] => {
    const path = ['compensation', 'offers', i]
    const amount = offer.kind === 'points' ? offer.points : offer.amountMinor
    const needsItem = offer.kind === 'replacement' || offer.kind === 'gift'
    return [
      ...(amount ? [] : [{ code: 'offerWithoutAmount', path, data: { offer: offer.key } }]),
      ...(needsItem && !offer.item
        ? [{ code: 'offerWithoutItem', path: [...path, 'item'], data: { offer: offer.key } }]
        : []),
    ]
  })
  const approvals = compensation.approvals.flatMap((row, i): Finding[] => {
    const before = compensation.approvals[i - 1]
    if (!before || before.overMinor < row.overMinor) return []
    return [{ code: 'approvalsBackwards', path: ['compensation', 'approvals', i, 'overMinor'] }]
  })
  return [...offers, ...approvals]
}

function closingFindings({ closing }: Playbook): Finding[] {
  if (closing.remindBeforeDays < closing.silentDays) return []
  return [
    { code: 'reminderTooEarly', path: ['closing', 'remindBeforeDays'], data: { days: closing.silentDays } },
  ]
}
