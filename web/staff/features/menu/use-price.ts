import { useMoney } from '../../ui/use-money.ts'

/** The menu's prices are in the brand's currency. */
export function usePrice(): (minor: number) => string {
  return useMoney('CNY')
}
