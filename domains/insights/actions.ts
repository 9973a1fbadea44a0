import { defineActions } from '#platform/module'

/** Who is shown that many small voices say one thing, and who may say that it is none (G1). */
export const actions = defineActions({
  'insights.readAlarms': {
    quality: 'brand',
    executive: 'brand',
    admin: 'brand',
    lead: 'brand',
    region_manager: 'shop',
    shop_manager: 'shop',
  },
  'insights.judgeAlarms': {
    quality: 'brand',
    admin: 'brand',
    lead: 'brand',
    region_manager: 'shop',
    shop_manager: 'shop',
  },
})
