const STORED = 'huiyin.kitchen.clock'

let aheadMs = Number(localStorage.getItem(STORED) ?? 0) || 0

/** Kitchens have tablets with clocks that are wrong: countdowns and taps go by the server's. */
export function setServerClock(now: string): void {
  aheadMs = Date.parse(now) - Date.now()
  localStorage.setItem(STORED, String(aheadMs))
}

export function serverNow(machineMs = Date.now()): number {
  return machineMs + aheadMs
}
