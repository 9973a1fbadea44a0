/** This month and `count` − 1 before it, the newest first; `today` is a day, `2026-11-22`. */
export function monthsUntil(
  today: string,
  locale: string,
  count: number,
): { value: string; label: string }[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const words = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return Array.from({ length: count }, (_, back) => {
    const first = new Date(Date.UTC(year, month - 1 - back, 1))
    return { value: first.toISOString().slice(0, 7), label: words.format(first) }
  })
}
