import { defineActions } from '#platform/module'

const HANDLERS = {
  agent: 'brand',
  lead: 'brand',
  shop_manager: 'shop',
  region_manager: 'shop',
  quality: 'brand',
  marketing: 'brand',
  advisor: 'brand',
  delivery_lead: 'brand',
  tech: 'brand',
} as const

/**
 * Who may do what with tickets (G1). Executives and finance are absent: they see aggregates and settlement, never a ticket.
 * Administrators set things up and do not read what customers wrote.
 */
export const actions = defineActions({
  'tickets.read': { ...HANDLERS, shop_staff: 'own', kitchen: 'own', rider: 'own' },
  'tickets.enter': { ...HANDLERS, shop_staff: 'shop' },
  'tickets.reply': { ...HANDLERS, shop_staff: 'own' },
  'tickets.note': { ...HANDLERS, shop_staff: 'own', kitchen: 'own', rider: 'own' },
  'tickets.triage': HANDLERS,
  'tickets.assign': HANDLERS,
  'tickets.propose': HANDLERS,
  'tickets.close': {
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    marketing: 'brand',
    agent: 'brand',
  },
  'tickets.reopen': {
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    agent: 'brand',
  },
  'tickets.setAside': { lead: 'brand', agent: 'brand', shop_manager: 'shop', marketing: 'brand' },
  'tickets.take': HANDLERS,
  'tickets.watch': { lead: 'brand', shop_manager: 'shop', region_manager: 'shop', quality: 'brand' },
  'tickets.seeFigures': {
    executive: 'brand',
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    marketing: 'brand',
  },
})
