/** What stands in the address of 快速登记: what is entered, and the order and shop it is about where a link says so. */
export type CounterSearch = { what?: 'counter' | 'case' | 'post'; order?: string; shopId?: string }

const KINDS = ['counter', 'case', 'post']
const LONGEST = 64

export function CounterSearch({ what, order, shopId }: Record<string, unknown>): CounterSearch {
  const number = typeof order === 'string' || typeof order === 'number' ? String(order).trim() : ''
  return {
    ...(KINDS.includes(what as string) ? { what: what as NonNullable<CounterSearch['what']> } : {}),
    ...(number ? { order: number.slice(0, LONGEST) } : {}),
    ...(typeof shopId === 'string' && shopId ? { shopId } : {}),
  }
}
