import type { MenuSearch } from '../../app/menu-search.ts'

/** Changes what stands in the address of the page. */
export type Go = (next: MenuSearch) => void
