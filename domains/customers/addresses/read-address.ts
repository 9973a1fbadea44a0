import { foldText } from '#platform/fold-text'

/** As two people write one address: 上海市 浦东新区张江路88号 601室 and 浦东新区张江路８８号601. */
export function normaliseAddress(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}#-]/gu, '')
    .replace(/^(?:中国|中华人民共和国)/, '')
    .replace(/^[\p{Script=Han}]{2,3}(?:省|自治区)/u, '')
    .replace(/^[\p{Script=Han}]{2,6}?市/u, '')
    .replace(/([0-9a-z])(?:栋|幢|座|号楼)/g, '$1号楼')
    .replace(/([0-9])(?:室|房)$/, '$1')
}

/** The house without floor and room: 浦东新区张江路88号; null when no house is named. */
export function placeOf(text: string): string | null {
  const found = /^.*?\d+(?:弄|巷|号)/.exec(normaliseAddress(text))
  return found ? found[0] : null
}

/** What staff see without asking: town and district, or the first words. */
export function areaOf(text: string): string {
  const short = text.trim().replace(/\s+/g, '')
  const district =
    /^(?:[\p{Script=Han}]{2,4}(?:省|自治区))?(?:[\p{Script=Han}]{2,6}?市)?[\p{Script=Han}]{1,8}?(?:区|县|旗)/u.exec(
      short,
    )
  if (district) return district[0]
  const street = /^[^\d]{2,12}/.exec(short)
  return `${(street?.[0] ?? [...short].slice(0, 2).join('')).slice(0, 12)}…`
}
