import { defineActions } from '#platform/module'

/** Everybody works by the playbook, so everybody may read it; it names roles and never persons. */
export const actions = defineActions({
  'playbook.read': {
    shop_staff: 'brand',
    agent: 'brand',
    lead: 'brand',
    shop_manager: 'brand',
    region_manager: 'brand',
    quality: 'brand',
    marketing: 'brand',
    advisor: 'brand',
    delivery_lead: 'brand',
    kitchen: 'brand',
    rider: 'brand',
    tech: 'brand',
    finance: 'brand',
    executive: 'brand',
    admin: 'brand',
  },
  'playbook.edit': { lead: 'brand', admin: 'brand' },
  'playbook.publish': { admin: 'brand' },
  'playbook.uploadCalendar': { lead: 'brand', admin: 'brand' },
})
