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
  /** What reached the brand outside of its own channels: cases of the regulator, posts on public platforms. */
  'tickets.register': { agent: 'brand', lead: 'brand', quality: 'brand', marketing: 'brand', admin: 'brand' },
  'tickets.reply': { ...HANDLERS, shop_staff: 'own' },
  'tickets.note': { ...HANDLERS, shop_staff: 'own', kitchen: 'own', rider: 'own' },
  /** Finish a complaint at its platform, or decide a refund there: money, so not for those who only take part. */
  'tickets.decideCase': HANDLERS,
  'tickets.triage': HANDLERS,
  /** How far the system's judgement and people's agree: counts only, tickets where the reader may open them. */
  'tickets.readTriageQuality': { lead: 'brand', quality: 'brand', executive: 'brand', admin: 'brand' },
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
  /** Although the playbook still wants to know something; with a reason that the audit keeps. */
  'tickets.closeDespite': { lead: 'brand', region_manager: 'shop' },
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
  /** Own tasks, of whoever may hold one; those of the shop for its managers. */
  'tickets.doTasks': { ...HANDLERS, shop_staff: 'own', kitchen: 'own', rider: 'own', finance: 'own' },
  'tickets.plan': HANDLERS,
  'tickets.investigate': {
    agent: 'brand',
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    advisor: 'brand',
    delivery_lead: 'brand',
  },
  'tickets.assess': {
    agent: 'brand',
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    advisor: 'brand',
  },
  'tickets.compensate': {
    agent: 'brand',
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    marketing: 'brand',
    delivery_lead: 'brand',
  },
  /** What was given, for the books: no ticket, no customer. */
  'tickets.settleCompensation': { finance: 'brand' },
  'tickets.readCompensation': {
    finance: 'brand',
    lead: 'brand',
    region_manager: 'shop',
    shop_manager: 'shop',
    executive: 'brand',
  },
  'tickets.merge': {
    agent: 'brand',
    lead: 'brand',
    quality: 'brand',
    region_manager: 'shop',
    shop_manager: 'shop',
  },
  'tickets.tag': HANDLERS,
  'tickets.revisit': { ...HANDLERS },
  'tickets.readSatisfaction': {
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    marketing: 'brand',
  },
  'tickets.bulk': {
    lead: 'brand',
    agent: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    marketing: 'brand',
  },
  'tickets.export': {
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    marketing: 'brand',
  },
  /** Files of reviews, customers and orders; whoever brings one has its content already. */
  'tickets.import': { admin: 'brand', tech: 'brand', lead: 'brand', quality: 'brand', marketing: 'brand' },
  'tickets.shareViews': {
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    marketing: 'brand',
  },
  'tickets.manageRules': { lead: 'brand', admin: 'brand' },
  'tickets.handOver': { ...HANDLERS },
  /** The hotline's calls, numbers masked; an administrator sees whether it works. */
  'tickets.readCalls': { agent: 'brand', lead: 'brand', admin: 'brand' },
  /** Recordings; every listening is in the audit trail. */
  'tickets.hearCalls': { agent: 'brand', lead: 'brand', quality: 'brand' },
  'tickets.seeFigures': {
    executive: 'brand',
    lead: 'brand',
    shop_manager: 'shop',
    region_manager: 'shop',
    quality: 'brand',
    marketing: 'brand',
  },
})
