import { hourIn } from '../../../ui/time.ts'

/** Offered instants for 告知预计时间: soon, later today, tomorrow noon on the brand's clock; full five minutes, in the future. */
export function expectedTimes(
  zone: string,
  now: number,
): { key: 'half' | 'two' | 'evening' | 'tomorrow'; at: Date }[] {
  const evening = hourIn(zone, now, 0, 18)
  const offered = [
    { key: 'half' as const, at: rounded(now + 30 * 60_000) },
    { key: 'two' as const, at: rounded(now + 120 * 60_000) },
    { key: 'evening' as const, at: evening },
    { key: 'tomorrow' as const, at: hourIn(zone, now, 1, 12) },
  ]
  return offered.filter(({ key, at }) => key !== 'evening' || at.getTime() > now + 3 * 3_600_000)
}

function rounded(ms: number): Date {
  const five = 5 * 60_000
  return new Date(Math.ceil(ms / five) * five)
}
