import { defineActions } from '#platform/module'

/**
 * Who may do what with customers' files (G1). Kitchen and riders see taboos and addresses on their orders only, finance and executives no customer at all.
 * A shop's people reach whoever has bought there or has a ticket there.
 */
export const actions = defineActions({
  /** Names and numbers masked; taboos, tags, notes, figures and history as they are. */
  'customers.read': {
    agent: 'brand',
    lead: 'brand',
    quality: 'brand',
    marketing: 'brand',
    region_manager: 'shop',
    shop_manager: 'shop',
    shop_staff: 'shop',
  },
  'customers.edit': { agent: 'brand', lead: 'brand', shop_manager: 'shop' },
  'customers.note': {
    agent: 'brand',
    lead: 'brand',
    quality: 'brand',
    marketing: 'brand',
    shop_manager: 'shop',
    shop_staff: 'shop',
  },
  /** Two files shown as one, and apart again. */
  'customers.merge': { agent: 'brand', lead: 'brand' },
  /** Clear name and numbers, with a reason that the audit keeps. */
  'customers.reveal': {
    agent: 'brand',
    lead: 'brand',
    shop_manager: 'shop',
    quality: 'brand',
    audit: 'with reason',
  },
  /** The list of files out of date, and asking their customers. */
  'customers.checkUp': { agent: 'brand', lead: 'brand', marketing: 'brand' },
  /** 客群 with their counts; who is in them only with readMembers. */
  'customers.readSegments': {
    lead: 'brand',
    quality: 'brand',
    marketing: 'brand',
    executive: 'brand',
    admin: 'brand',
  },
  'customers.readMembers': { lead: 'brand', quality: 'brand', marketing: 'brand' },
  /** A segment as a file: masked, and in the clear with a reason. */
  'customers.exportMembers': { lead: 'brand', marketing: 'brand' },
  'customers.exportClear': { lead: 'brand', audit: 'with reason' },
  'customers.manageSegments': { lead: 'brand', marketing: 'brand', admin: 'brand' },
})
