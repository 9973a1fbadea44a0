import type { ShopSeal } from '#contracts/incidents/seal'
import { useMe } from '../../../app/session.ts'
import { useMySeals } from './seal-queries.ts'

/** Whoever looks after single shops seals there; the others follow how far the shops are. */
export function useOfShop(): boolean {
  return useMe().grants.some(({ extent }) => extent.kind === 'shop')
}

/** What waits for those who look after single shops; the real thing before what is only practised. */
export function useWaitingSeals(): ShopSeal[] {
  const ofShop = useOfShop()
  const { data } = useMySeals(ofShop)
  if (!ofShop || !data) return []
  return data
    .filter(({ shop }) => shop.state === 'waiting')
    .toSorted((a, b) => Number(a.drill) - Number(b.drill))
}

/** How many wait; those of a drill are `counted` in the navigation, and stand behind what is real on the home page. */
export function useSealCount(counted: 'all' | 'real'): number {
  return useWaitingSeals().filter(({ drill }) => counted === 'all' || !drill).length
}
