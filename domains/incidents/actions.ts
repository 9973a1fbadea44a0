import { defineActions } from '#platform/module'

/** Whoever is called into a room works in it, whatever the role; `own` is being of its team. */
const MEMBERS = {
  agent: 'own',
  shop_staff: 'own',
  advisor: 'own',
  delivery_lead: 'own',
  kitchen: 'own',
  rider: 'own',
  tech: 'own',
  finance: 'own',
  admin: 'own',
} as const
const IN_CHARGE = { quality: 'brand', lead: 'brand', executive: 'brand', region_manager: 'shop' } as const

/**
 * Who may do what in an emergency room (E1–E4). `shop` reaches rooms in which one of the shops is involved; `own` is the team of the
 * room, for `incidents.lead` its leader, for `incidents.release` its spokesperson.
 */
export const actions = defineActions({
  'incidents.open': {
    ...IN_CHARGE,
    agent: 'brand',
    marketing: 'brand',
    shop_manager: 'shop',
    advisor: 'brand',
    delivery_lead: 'brand',
    tech: 'brand',
    admin: 'brand',
  },
  'incidents.read': { ...MEMBERS, ...IN_CHARGE, agent: 'brand', marketing: 'brand', shop_manager: 'shop' },
  'incidents.work': { ...MEMBERS, ...IN_CHARGE, agent: 'brand', marketing: 'brand', shop_manager: 'shop' },
  /** Grade, leader, team, shops, contain, close. */
  'incidents.lead': { ...MEMBERS, ...IN_CHARGE, agent: 'own', marketing: 'own', shop_manager: 'own' },
  /** Stop-sale notices, and lifting them. */
  'incidents.seal': { quality: 'brand', lead: 'brand', executive: 'brand', region_manager: 'shop' },
  'incidents.acknowledgeSeal': {
    shop_staff: 'shop',
    kitchen: 'shop',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
  },
  /** Look for the customers that are affected, write to them, note a call. */
  'incidents.affected': {
    quality: 'brand',
    lead: 'brand',
    executive: 'brand',
    agent: 'own',
    marketing: 'own',
  },
  /** What leaves the house: never by whoever wrote it. */
  'incidents.approve': { quality: 'brand', executive: 'brand' },
  'incidents.release': {
    ...MEMBERS,
    quality: 'own',
    lead: 'own',
    executive: 'own',
    region_manager: 'own',
    marketing: 'own',
    shop_manager: 'own',
  },
  'incidents.reveal': {
    quality: 'brand',
    lead: 'brand',
    region_manager: 'shop',
    advisor: 'own',
    tech: 'own',
    shop_manager: 'own',
    audit: 'with reason',
  },
  /** What customers are called; executives and finance work with what happened and with numbers (G1). */
  'incidents.readNames': {
    agent: 'brand',
    lead: 'brand',
    quality: 'brand',
    marketing: 'brand',
    region_manager: 'shop',
    shop_manager: 'shop',
    shop_staff: 'own',
    advisor: 'own',
    delivery_lead: 'own',
    kitchen: 'own',
    rider: 'own',
    tech: 'own',
    admin: 'own',
  },
  'incidents.print': { quality: 'brand', lead: 'brand', executive: 'brand' },
  /** What came of all reviews, whoever holds it. */
  'incidents.allMeasures': {
    quality: 'brand',
    lead: 'brand',
    executive: 'brand',
    admin: 'brand',
    agent: 'brand',
    marketing: 'brand',
    region_manager: 'shop',
  },
  /** The own measures of reviews: whoever holds one. */
  'incidents.measures': {
    ...MEMBERS,
    quality: 'own',
    lead: 'own',
    executive: 'own',
    region_manager: 'own',
    marketing: 'own',
    shop_manager: 'own',
  },
})
