const SHOWN = 12

/** 静安区南京西路***: the street without the house, as lists show it. */
export function maskAddress(address: string): string {
  const text = address.trim()
  const house = text.search(/[0-9０-９一二三四五六七八九十]+(号|弄|栋|幢|座|单元|室|楼|层|#)|\d/)
  const shown = [...(house > 1 ? text.slice(0, house).trimEnd() : text)].slice(0, SHOWN).join('')
  return shown === text && house < 0 && [...text].length <= SHOWN
    ? `${[...text].slice(0, 4).join('')}***`
    : `${shown}***`
}
