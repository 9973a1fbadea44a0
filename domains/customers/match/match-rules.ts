import type { MatchReason } from '#contracts/customers/merge'

/** What two files have in common, as counts and yes or no: nothing that says who it is. */
export type Compared = {
  /** How many files of the brand have this name, address, house, last four digits or device; 0: not shared by the two. */
  name: number
  /** Both have a name, and not the same. */
  nameDiffers: boolean
  address: number
  place: number
  tail: number
  device: number
  birthday: boolean
  birthdayDiffers: boolean
  /** Shops in which both were. */
  shops: number
  /** Both have a phone, and none in common: one person seldom has two. */
  phoneDiffers: boolean
}

/**
 * Fellegi and Sunter (1969): every agreement speaks with log2(m / u) bits, where m is how often it holds for two files of one person and u how often for two files
 * of strangers. u is the share of the brand's files that have this very value, so a rare name says more than a common one (Winkler 1989).
 */
const M = { name: 0.85, address: 0.7, place: 0.8, tail: 0.7, device: 0.6, birthday: 0.95, shop: 0.8 } as const
const DIFFERS = { name: 0.15 / 0.99, birthday: 0.05 / 0.997, phone: 0.3 / 0.95 } as const
const BIRTHDAYS = 1 / 365
const SAME_SHOP = 0.2
/** Not even the rarest thing says more than this: somebody types a relative's number, two live in one house. */
const MOST_BITS = 12

/**
 * How probably two files are one person's, with what speaks for and against it.
 * Shape: `files` is how many the brand has; before anything is compared, one pair of them in `files` belongs together.
 * Source: I. P. Fellegi, A. B. Sunter, A Theory for Record Linkage, JASA 64 (1969).
 */
export function judgePair(found: Compared, files: number): { probability: number; reasons: MatchReason[] } {
  const reasons: MatchReason[] = []
  const agrees = (what: MatchReason['what'], m: number, shared: number) => {
    const u = Math.max(shared - 1, 1) / Math.max(files, 100)
    reasons.push({ what, weight: cut(Math.log2(m / Math.min(u, m))), shared })
  }
  const speaks = (what: MatchReason['what'], ratio: number) =>
    reasons.push({ what, weight: cut(Math.log2(ratio)) })
  if (found.name) agrees('name', M.name, found.name)
  else if (found.nameDiffers) speaks('name_differs', DIFFERS.name)
  if (found.address) agrees('address', M.address, found.address)
  else if (found.place) agrees('place', M.place, found.place)
  if (found.tail) agrees('tail', M.tail, found.tail)
  else if (found.phoneDiffers) speaks('phone_differs', DIFFERS.phone)
  if (found.device) agrees('device', M.device, found.device)
  if (found.birthday) speaks('birthday', M.birthday / BIRTHDAYS)
  else if (found.birthdayDiffers) speaks('birthday_differs', DIFFERS.birthday)
  if (found.shops) speaks('shop', M.shop / SAME_SHOP)
  const prior = Math.log2(1 / Math.max(files, 100))
  const bits = reasons.reduce((sum, r) => sum + (r.weight ?? 0), prior)
  return {
    probability: 1 / (1 + 2 ** -bits),
    reasons: reasons.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0)),
  }
}

const cut = (bits: number) => Math.round(Math.min(bits, MOST_BITS) * 10) / 10

/** From here on a person is asked. */
export const PROPOSED_FROM = 0.6
