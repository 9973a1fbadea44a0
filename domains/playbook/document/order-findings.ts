import type { Playbook } from '#contracts/playbook'
import type { Finding } from './playbook-issue.ts'
import { say } from './text.ts'

/** Stations that nobody can tell apart, and days of asking that are out of order. */
export function orderFindings({ orders }: Playbook): Finding[] {
  const names = orders.stations.map((station) => say(station.name, 'zh-CN').trim())
  const stations = names.flatMap((name, i): Finding[] =>
    names.indexOf(name) < i
      ? [{ code: 'doubledStation', path: ['orders', 'stations', i, 'name'], data: { name } }]
      : [],
  )
  const days = orders.aftercareDays.flatMap((day, i): Finding[] =>
    i > 0 && day <= (orders.aftercareDays[i - 1] ?? 0)
      ? [{ code: 'aftercareOrder', path: ['orders', 'aftercareDays', i] }]
      : [],
  )
  return [...stations, ...days]
}
