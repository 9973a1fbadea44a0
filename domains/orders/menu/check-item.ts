import type { ItemOption } from '#contracts/orders/menu'
import { orderErrors } from '../errors.ts'

/**
 * Options that somebody could really choose from.
 * Errors: orders.optionDoubled for two of one name or key; orders.optionImpossible when more must be chosen than may be or than there are.
 */
export function checkOptions(options: readonly ItemOption[]): void {
  refuseDoubles(options, 'options')
  options.forEach(({ name, min, max, choices }, n) => {
    refuseDoubles(choices, `options.${n}.choices`)
    if (min > Math.min(max, choices.length))
      throw orderErrors.optionImpossible({ option: name, min }, `options.${n}.max`)
  })
}

function refuseDoubles(named: readonly { key: string; name: string }[], field: string): void {
  named.forEach(({ key, name }, n) => {
    const first = named.findIndex((other) => other.key === key || other.name === name)
    if (first < n) throw orderErrors.optionDoubled({ name }, `${field}.${n}.name`)
  })
}
