import { useMoney } from '../orders/index.ts'

/** The menu's prices are in the brand's currency. */
export function usePrice(): (minor: number) => string {
  return useMoney('CNY')
}
