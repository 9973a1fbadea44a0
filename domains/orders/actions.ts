import { defineActions } from '#platform/module'

const HANDLERS = {
  agent: 'brand',
  lead: 'brand',
  shop_staff: 'shop',
  shop_manager: 'shop',
  region_manager: 'shop',
} as const

/**
 * Who may do what with orders (G1). The kitchen sees dishes and taboos and no phone; a rider sees the stops of the own round only while
 * bringing them; finance sees settlement, executives its sums and what is sold, and neither anything else of these.
 */
export const actions = defineActions({
  'orders.read': {
    ...HANDLERS,
    quality: 'brand',
    marketing: 'brand',
    advisor: 'brand',
    delivery_lead: 'brand',
    tech: 'brand',
  },
  /** Hears at once that something of an order or a menu has changed; what it is, is asked for with the other actions. */
  'orders.watch': {
    ...HANDLERS,
    quality: 'brand',
    marketing: 'brand',
    advisor: 'brand',
    delivery_lead: 'brand',
    kitchen: 'shop',
    rider: 'own',
    admin: 'brand',
  },
  'orders.enter': HANDLERS,
  /** Confirm, change, promise, note that the customer was reached. */
  'orders.handle': HANDLERS,
  'orders.cancel': { agent: 'brand', lead: 'brand', shop_manager: 'shop', region_manager: 'shop' },
  /** Within the own limit of the playbook's compensation; beyond it, a compensation on a ticket is approved. */
  'orders.refund': { agent: 'brand', lead: 'brand', shop_manager: 'shop', region_manager: 'shop' },
  /** Sums of what the shops took and gave back (G1). */
  'orders.readSettlement': {
    finance: 'brand',
    executive: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
  },
  /** The single orders behind the sums: numbers and amounts, nobody's name. */
  'orders.readSettledOrders': { finance: 'brand', shop_manager: 'shop', region_manager: 'shop' },
  /** Clear name, number and address of one order, with a reason that the audit keeps. */
  'orders.reveal': {
    agent: 'brand',
    lead: 'brand',
    shop_manager: 'shop',
    quality: 'brand',
    delivery_lead: 'brand',
    audit: 'with reason',
  },
  'orders.readMenu': {
    ...HANDLERS,
    quality: 'brand',
    marketing: 'brand',
    advisor: 'brand',
    delivery_lead: 'brand',
    kitchen: 'shop',
    executive: 'brand',
    admin: 'brand',
  },
  /** Which batches shops have open now: what a stop-sale, a seal or a search for customers begins from. */
  'orders.readBatches': {
    quality: 'brand',
    lead: 'brand',
    executive: 'brand',
    agent: 'brand',
    marketing: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    admin: 'brand',
  },
  /** The brand's menu and what it costs. */
  'orders.manageMenu': { admin: 'brand', marketing: 'brand' },
  /** One shop's: sold out, stations, batches in use. */
  'orders.runShop': {
    shop_manager: 'shop',
    region_manager: 'shop',
    shop_staff: 'shop',
    kitchen: 'shop',
    admin: 'brand',
  },
  'orders.stopSale': {
    quality: 'brand',
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    admin: 'brand',
  },
  'orders.cook': { kitchen: 'shop', shop_staff: 'shop', shop_manager: 'shop', region_manager: 'shop' },
  'orders.dispatch': { delivery_lead: 'brand', shop_manager: 'shop', region_manager: 'shop', lead: 'brand' },
  /** How the skin took a treatment: see it, and write down what the customer said on the phone. */
  'orders.aftercare': { ...HANDLERS, quality: 'brand', advisor: 'brand' },
  /** Appointments: book, move, arrived, did not come. */
  'orders.book': HANDLERS,
  /** Begin and end a treatment, write its record. */
  'orders.treat': { shop_staff: 'shop', shop_manager: 'shop', advisor: 'brand' },
  /** What was seen and done on somebody's body. */
  'orders.readRecord': {
    shop_staff: 'shop',
    shop_manager: 'shop',
    advisor: 'brand',
    quality: 'brand',
    audit: 'with reason',
  },
  /** The own round of a rider. */
  'orders.deliver': { rider: 'own' },
})
