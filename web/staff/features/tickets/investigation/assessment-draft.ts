import type { Colleagues } from '#contracts/tickets/investigation'

/** One line of the form: a team and whom of it. */
export type Invited = { team: string | null; staffId: string | null }

/** Those that are complete; null while a begun line is not, or nobody is named. */
export function readyToAsk(invited: readonly Invited[]): { team: string; staffId: string }[] | null {
  const begun = invited.filter(({ team }) => team !== null)
  const complete = begun.flatMap(({ team, staffId }) => (team && staffId ? [{ team, staffId }] : []))
  return complete.length > 0 && complete.length === begun.length ? complete : null
}

/** People of the line's team who are in no other line and do not decide. */
export function stillFree(
  { teams, people }: Colleagues,
  invited: readonly Invited[],
  index: number,
  accountableId: string | null,
): { value: string; label: string }[] {
  const taken = new Set(invited.flatMap((one, i) => (i === index ? [] : (one.staffId ?? []))))
  const members = new Set(teams.find((team) => team.key === invited[index]?.team)?.people)
  return people
    .filter((p) => members.has(p.id) && !taken.has(p.id) && p.id !== accountableId)
    .map((p) => ({ value: p.id, label: p.name }))
}
