import type { PlatformOrder } from '#contracts/orders/outside'

const BETWEEN = /[、,，;；\n\r]|\s\+\s|(?<=[)）\d])\+/
const TIMES = /\s*[x×X*＊]\s*(\d{1,3})(?:\s*(?:份|杯|个|件|串|碗|盒|瓶|次))?$/
const MOST_LINES = 60

/**
 * What a cell says was ordered, as lines: 大红袍（大杯）×2、美式*1 are two of them.
 * Shape: the price is known only where one line is all there is.
 */
export function readItems(cell: string, amountMinor: number | null): PlatformOrder['items'] {
  const named = cell
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean)
    .slice(0, MOST_LINES)
  return named.map((part) => {
    const said = TIMES.exec(part)
    const quantity = Math.min(99, Math.max(1, Number(said?.[1] ?? 1)))
    const name = [...(said ? part.slice(0, said.index) : part).trim()].slice(0, 80).join('')
    const only = named.length === 1 && amountMinor !== null && amountMinor % quantity === 0
    return {
      name: name || part.slice(0, 80),
      sku: '',
      quantity,
      priceMinor: only ? amountMinor / quantity : 0,
      options: '',
    }
  })
}
