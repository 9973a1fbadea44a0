import { defineActions } from '#platform/module'

export const actions = defineActions({
  'channels.read': {
    admin: 'brand',
    tech: 'brand',
    lead: 'brand',
    region_manager: 'shop',
    shop_manager: 'shop',
  },
  'channels.manage': { admin: 'brand', tech: 'brand' },
  'channels.connect': { admin: 'brand', tech: 'brand' },
  'channels.readCodes': {
    admin: 'brand',
    tech: 'brand',
    lead: 'brand',
    region_manager: 'shop',
    shop_manager: 'shop',
    marketing: 'brand',
  },
  'channels.manageCodes': { admin: 'brand', region_manager: 'shop', shop_manager: 'shop' },
  'channels.manageKeys': { admin: 'brand', tech: 'brand' },
  'channels.upload': {
    shop_staff: 'shop',
    agent: 'brand',
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    marketing: 'brand',
    advisor: 'brand',
    delivery_lead: 'brand',
    tech: 'brand',
    admin: 'brand',
    kitchen: 'shop',
    rider: 'shop',
    finance: 'brand',
  },
})
