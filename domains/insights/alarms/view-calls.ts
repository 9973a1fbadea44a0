import type { AlarmCall, AlarmRow } from '#contracts/insights'
import { findStaffNames } from '#domains/people'
import type { Tx } from '#platform/db/database'
import type { AlarmData } from './alarm-data.ts'
import { type CallRow, latestCalls, type Whom } from './call-data.ts'
import { nextCallAt } from './keep-alarms.ts'

/** So many calls of an alarm are listed. */
const LISTED = 12
const NOBODY: Whom = { staffIds: [], groups: [] }

type Called = AlarmRow['called']

/** How often each of these has called, whom and when next. Shape: `mayName`: names are a matter of all its shops, so that none betrays another's. */
export async function viewCalls(
  tx: Tx,
  rows: readonly AlarmData[],
  mayName: (row: AlarmData) => boolean,
): Promise<(row: AlarmData) => Called> {
  const calls = await latestCalls(
    tx,
    rows.map((row) => row.id),
    LISTED,
  )
  const names = await findStaffNames(
    tx,
    calls.flatMap(({ told }) => [...(told?.by ?? []), told?.missed ?? NOBODY].flatMap((one) => one.staffIds)),
  )
  const byAlarm = Map.groupBy(calls, (call) => call.alarm_id)
  return (row) => {
    const own = byAlarm.get(row.id) ?? []
    const next = row.state === 'new' ? row.next_at : null
    return {
      times: row.level + 1,
      nextAt: next?.toISOString() ?? null,
      waits: next !== null && own.length > 0 && next > nextCallAt(own[0]!.at, row.level),
      calls: own.map((call) => viewCall(call, names, mayName(row))),
    }
  }
}

function viewCall({ at, level, told }: CallRow, names: Map<string, string>, named: boolean): AlarmCall {
  const say = ({ staffIds, groups }: Whom) => ({
    count: staffIds.length + groups.length,
    names: named ? [...groups, ...staffIds.flatMap((id) => names.get(id) ?? [])] : [],
  })
  return {
    at: at.toISOString(),
    nth: level + 1,
    by: (told?.by ?? []).map((one) => ({ means: one.means, ...say(one) })),
    missed: say(told?.missed ?? NOBODY),
    over: told?.over ?? false,
  }
}
