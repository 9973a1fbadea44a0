const SHANGHAI_S = 8 * 3600

/** Seconds until a clock window of the vendor (in UTC+8) is over, one more to be safe. */
export function secondsLeft(at: Date, windowS: number): number {
  const s = Math.floor(at.getTime() / 1000) + SHANGHAI_S
  return windowS - (s % windowS) + 1
}

/** `2026-01-02 11:04:05` in Shanghai. Null when it is no such text. */
export function shanghaiTime(text: string): Date | null {
  const at = new Date(`${text.trim().replace(' ', 'T')}+08:00`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** The day in Shanghai as `20260102`. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_S * 1000).toISOString().slice(0, 10).replaceAll('-', '')
}
