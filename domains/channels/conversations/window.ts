import type { Window } from '../connect/connector.ts'

type Known = { window_ends_at: Date | null; window_left: number | null }

/**
 * Which allowance counts after something new was heard: services open a short one for a tap on a menu and a long one for words,
 * and the short one must not close the long one.
 * Shape: the new one, unless the known one is open, not used up, and ends later.
 */
export function widerWindow(known: Known, heard: Window, now: Date): Window {
  const { window_ends_at: endsAt, window_left: left } = known
  const open = endsAt !== null && left !== null && left > 0 && endsAt > now
  return open && endsAt > heard.endsAt ? { endsAt, left } : heard
}
