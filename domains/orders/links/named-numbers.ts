const OWN = /(?<![\dA-Za-z])D\d{6,9}(?![\dA-Za-z])/gi
const LABELLED =
  /(?:[订訂]单|[订訂]單|单号|單號|order)\s*(?:编?[号號]|編號|no\.?|number|id)?\s*(?:is)?[\s:：是为為#＃，,]{0,4}([A-Za-z]{0,4}-?\d[\dA-Za-z-]{4,31})/gi
/** Platforms' numbers are long; a mobile number is not. */
const LONG = /(?<![\dA-Za-z])\d{12,32}(?![\dA-Za-z])/g
const ALONE = /^[#＃]?([A-Za-z]{0,4}-?\d{6,32})[\s。.!！]*$/
const MOBILE = /^1[3-9]\d{9}$/
const MOST = 3

/**
 * What in a text may be the number of an order: ours (D200123), a platform's long one, one that is called so, or a message that is nothing else.
 * Shape: three at most, as they stand there; whether there is such an order is for whoever asks.
 */
export function namedNumbers(text: string): string[] {
  const plain = text.normalize('NFKC').trim()
  if (!/\d{5}/.test(plain)) return []
  const alone = ALONE.exec(plain)?.[1]
  const found = [
    ...(alone ? [alone] : []),
    ...Array.from(plain.matchAll(OWN), ([number]) => number),
    ...Array.from(plain.matchAll(LABELLED), (match) => match[1] ?? ''),
    ...Array.from(plain.matchAll(LONG), ([number]) => number),
  ]
  return [...new Set(found)].filter((number) => !MOBILE.test(number)).slice(0, MOST)
}
