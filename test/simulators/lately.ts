/** How many calls came within the last so many milliseconds of the set clock, this one included. */
export function countLately(calls: number[], now: number, windowMs: number): number {
  calls.push(now)
  return calls.filter((at) => now - at < windowMs).length
}
