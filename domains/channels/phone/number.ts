/**
 * A number as telephone systems write it, in the one form under which customers are kept; empty when it is withheld.
 * Shape:  `+86`, `0086` and the 0 that some trunks put before mobiles are dropped, area codes stay (and are given their 0 back);
 *         the 12-digit privacy numbers of delivery platforms and foreign numbers stay as they are.
 * Source: shared reference §8, number forms (to be confirmed with the first real trunk).
 */
export function readNumber(written: string | undefined): string {
  const bare = (written ?? '').replace(/^sips?:/i, '').replace(/@.*$/, '')
  const digits = bare.replace(/[\s()-]/g, '')
  if (!/^\+?\d{3,20}$/.test(digits)) return ''
  const home = digits.replace(/^(?:\+86|0086)/, '')
  const known = home !== digits || digits.replace(/^86(?=1[3-9]\d{9}$)/, '') !== digits
  const national = known ? home.replace(/^86(?=1[3-9]\d{9}$)/, '') : digits
  if (/^0?1[3-9]\d{9}$/.test(national)) return national.replace(/^0/, '')
  const landline = known && /^[2-9]\d{8,10}$/.test(national) && !/^[48]00\d{7}$/.test(national)
  return landline ? `0${national}` : national
}
