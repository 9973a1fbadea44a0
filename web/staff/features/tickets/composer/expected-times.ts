/** Offered instants for 告知预计时间: soon, later today, tomorrow noon; full five minutes, in the future. */
export function expectedTimes(now: number): { key: 'half' | 'two' | 'evening' | 'tomorrow'; at: Date }[] {
  const evening = atHour(now, 0, 18)
  const offered = [
    { key: 'half' as const, at: rounded(now + 30 * 60_000) },
    { key: 'two' as const, at: rounded(now + 120 * 60_000) },
    { key: 'evening' as const, at: evening },
    { key: 'tomorrow' as const, at: atHour(now, 1, 12) },
  ]
  return offered.filter(({ key, at }) => key !== 'evening' || at.getTime() > now + 3 * 3_600_000)
}

function rounded(ms: number): Date {
  const five = 5 * 60_000
  return new Date(Math.ceil(ms / five) * five)
}

function atHour(now: number, daysOn: number, hour: number): Date {
  const day = new Date(now)
  day.setDate(day.getDate() + daysOn)
  day.setHours(hour, 0, 0, 0)
  return day
}
