import type { IncidentRow as RowView, Step } from '#contracts/incidents'
import type { Locale } from '#contracts/kit'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import type { IncidentRow } from '../desk/desk-data.ts'
import { numberOf } from '../desk/moves.ts'
import { sumOf } from '../drill/view-drill-score.ts'

type Counted = Pick<RowView, 'title' | 'shops' | 'tickets' | 'stepsDone' | 'steps' | 'next' | 'overdue'>
type Row = ReturnType<typeof viewRow>

/** One line of the list; `callsMe` and `title` are the reader's own. */
export function viewRow(
  row: IncidentRow,
  counted: Counted,
  names: ReadonlyMap<string, string>,
  locale: Locale,
) {
  const plan = row.plan as EmergencyPlan
  const grade = plan.grades.find((g) => g.key === row.grade)
  return {
    id: row.id,
    number: numberOf(row),
    kind: plan.kind,
    planName: say(plan.name, locale),
    gradeName: grade ? say(grade.name, locale) : '',
    status: row.status as RowView['status'],
    drill: row.drill,
    wholeBrand: row.whole_brand,
    foundAt: row.found_at.toISOString(),
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    leader: who(row.leader_id, names),
    scored: sumOf(row.score),
    ...counted,
  } satisfies Omit<RowView, 'callsMe'>
}
export type { Row }

export function who(id: string | null, names: ReadonlyMap<string, string>) {
  return id ? { id, name: names.get(id) ?? '' } : null
}

/** The step whose time ends first; of several that end together the first of the list. */
export function nextOf(steps: readonly Pick<Step, 'state' | 'dueAt' | 'title' | 'law'>[]): RowView['next'] {
  const open = steps
    .filter((s) => s.state === 'open' && s.dueAt)
    .sort((a, b) => Date.parse(a.dueAt!) - Date.parse(b.dueAt!))
  const first = open[0]
  return first
    ? { title: first.title, dueAt: first.dueAt!, law: first.law !== null && !first.law.ownTime }
    : null
}
