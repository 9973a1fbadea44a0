/** 12:05, by the reader's own clock. */
export function clock(instant: string | null, language: string): string {
  if (!instant) return ''
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  )
}
