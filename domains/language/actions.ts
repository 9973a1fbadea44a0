import { defineActions } from '#platform/module'

/** Who steers what the brand's own corrections teach, and who connects a large language model. */
export const actions = defineActions({
  'language.read': { lead: 'brand', quality: 'brand', executive: 'brand', admin: 'brand' },
  'language.connect': { tech: 'brand', admin: 'brand' },
  /** Ask a connected large model for a summary or a draft; each ticket keeps its own reach. */
  'language.use': {
    agent: 'brand',
    lead: 'brand',
    shop_manager: 'brand',
    region_manager: 'brand',
    quality: 'brand',
    marketing: 'brand',
    advisor: 'brand',
    delivery_lead: 'brand',
    tech: 'brand',
  },
  'language.steer': { lead: 'brand', quality: 'brand', admin: 'brand' },
})
