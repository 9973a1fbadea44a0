import type { ChosenMeans, Means, NoticeGroup } from '#contracts/notify'
import { DEFAULT_MEANS } from './notice-groups.ts'

export type Wishes = { means: Partial<Record<NoticeGroup, ChosenMeans[]>>; quiet: boolean }
export type Reached = { on: readonly Means[]; has: readonly Means[] }

/**
 * By which means one person is told (T3).
 * Shape: an alarm goes out by every means that is set up and that the person can be reached by, whatever was chosen and whoever is off;
 *        everything else by what was chosen, never by a call, and not at all when the person is off and wants quiet (the console's bell has it).
 */
export function chooseMeans(
  group: NoticeGroup,
  wishes: Wishes,
  { on, has }: Reached,
  onDuty: boolean,
): Means[] {
  const possible = on.filter((m) => has.includes(m))
  if (group === 'alarm') return possible
  if (wishes.quiet && !onDuty) return []
  const chosen: readonly Means[] = wishes.means[group] ?? DEFAULT_MEANS[group]
  return possible.filter((m) => chosen.includes(m))
}
