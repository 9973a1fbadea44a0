import { defineActions } from '#platform/module'

const OWN_SHOPS = { region_manager: 'shop', shop_manager: 'shop' } as const

export const actions = defineActions({
  'loyalty.readEvents': { admin: 'brand', marketing: 'brand', lead: 'brand', ...OWN_SHOPS },
  'loyalty.manageEvents': { admin: 'brand', marketing: 'brand', ...OWN_SHOPS },
  /** Name and number of somebody who signed up, and all of them as a file; the reason goes into the audit. */
  'loyalty.revealSignUps': { admin: 'brand', marketing: 'brand', ...OWN_SHOPS, audit: 'with reason' },
  /** What events gave away, without anybody's name. */
  'loyalty.readLedger': { finance: 'brand', admin: 'brand' },
})
