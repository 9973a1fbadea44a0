/** What stands in the address of 顾客: the words, the value, the tag, and whether pairs are shown instead of the list. */
export type CustomerSearch = { q?: string; value?: 'new' | 'regular' | 'vip'; tag?: string; pairs?: boolean }

const VALUES: readonly unknown[] = ['new', 'regular', 'vip']

export function CustomerSearch(search: Record<string, unknown>): CustomerSearch {
  const word = (key: string) =>
    typeof search[key] === 'string' || typeof search[key] === 'number' ? { [key]: String(search[key]) } : {}
  return {
    ...word('q'),
    ...word('tag'),
    ...(VALUES.includes(search.value) ? { value: search.value as 'vip' } : {}),
    ...(search.pairs === true ? { pairs: true } : {}),
  }
}
