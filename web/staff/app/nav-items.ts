import type { ComponentType } from 'react'
import type { Me } from '#contracts/people'
import {
  AuditIcon,
  BellIcon,
  BoltIcon,
  BookedIcon,
  BookIcon,
  CallBackIcon,
  CallIcon,
  ChannelIcon,
  CheckIcon,
  CoinIcon,
  CustomerIcon,
  EventIcon,
  FilterIcon,
  ImportIcon,
  InboxIcon,
  KitchenIcon,
  LockIcon,
  MenuIcon,
  OrderIcon,
  PenIcon,
  PeopleIcon,
  RiderIcon,
  ShopIcon,
  SignalIcon,
  StarIcon,
  TodayIcon,
  TodoIcon,
  WarnIcon,
} from '../ui/icons.tsx'

export type NavItem = {
  to:
    | '/'
    | '/todos'
    | '/inbox'
    | '/revisits'
    | '/satisfaction'
    | '/compensations'
    | '/settlement'
    | '/triage-quality'
    | '/large-model'
    | '/reviews'
    | '/calls'
    | '/customers'
    | '/segments'
    | '/check-ups'
    | '/orders'
    | '/kitchen'
    | '/menu'
    | '/appointments'
    | '/counter'
    | '/dispatch'
    | '/round'
    | '/rules'
    | '/playbook'
    | '/channels'
    | '/events'
    | '/import'
    | '/notify'
    | '/shops'
    | '/staff'
    | '/audit'
    | '/incidents'
    | '/alarms'
    | '/seals'
  /** Key of the word in locales/common under `nav`. */
  word: string
  icon: ComponentType<{ size?: number }>
  /** Shown to whoever holds one of these actions; absent: to everybody. */
  can?: string[]
  /** Only where this is what the brand does; absent: everywhere. */
  industries?: string[]
  /** Not for brands of these industries. */
  exceptIn?: string[]
  group: 'work' | 'run'
}

export const NAV: readonly NavItem[] = [
  { to: '/', word: 'today', icon: TodayIcon, group: 'work' },
  { to: '/todos', word: 'todos', icon: TodoIcon, can: ['tickets.doTasks'], group: 'work' },
  { to: '/inbox', word: 'inbox', icon: InboxIcon, can: ['tickets.read'], group: 'work' },
  { to: '/alarms', word: 'alarms', icon: SignalIcon, can: ['insights.readAlarms'], group: 'work' },
  { to: '/incidents', word: 'incidents', icon: WarnIcon, can: ['incidents.read'], group: 'work' },
  { to: '/seals', word: 'seals', icon: LockIcon, can: ['incidents.acknowledgeSeal'], group: 'work' },
  { to: '/revisits', word: 'revisits', icon: CallBackIcon, can: ['tickets.revisit'], group: 'work' },
  { to: '/calls', word: 'calls', icon: CallIcon, can: ['tickets.readCalls'], group: 'work' },
  { to: '/orders', word: 'orders', icon: OrderIcon, can: ['orders.read'], group: 'work' },
  {
    to: '/appointments',
    word: 'appointments',
    icon: BookedIcon,
    can: ['orders.read'],
    industries: ['beauty'],
    group: 'work',
  },
  { to: '/customers', word: 'customers', icon: CustomerIcon, can: ['customers.read'], group: 'work' },
  {
    to: '/kitchen',
    word: 'kitchen',
    icon: KitchenIcon,
    can: ['orders.cook'],
    exceptIn: ['beauty'],
    group: 'work',
  },
  { to: '/menu', word: 'menu', icon: MenuIcon, can: ['orders.readMenu'], group: 'work' },
  {
    to: '/dispatch',
    word: 'dispatch',
    icon: RiderIcon,
    can: ['orders.dispatch'],
    exceptIn: ['beauty'],
    group: 'work',
  },
  {
    to: '/round',
    word: 'round',
    icon: RiderIcon,
    can: ['orders.deliver'],
    exceptIn: ['beauty'],
    group: 'work',
  },
  {
    to: '/counter',
    word: 'counter',
    icon: PenIcon,
    can: ['tickets.enter', 'tickets.register'],
    group: 'work',
  },
  {
    to: '/satisfaction',
    word: 'satisfaction',
    icon: StarIcon,
    can: ['tickets.readSatisfaction'],
    group: 'run',
  },
  {
    to: '/triage-quality',
    word: 'triageQuality',
    icon: CheckIcon,
    can: ['tickets.readTriageQuality'],
    group: 'run',
  },
  { to: '/reviews', word: 'reviews', icon: StarIcon, can: ['orders.handle'], group: 'run' },
  {
    to: '/compensations',
    word: 'compensations',
    icon: CoinIcon,
    can: ['tickets.readCompensation'],
    group: 'run',
  },
  {
    to: '/settlement',
    word: 'settlement',
    icon: CoinIcon,
    can: ['orders.readSettlement'],
    group: 'run',
  },
  { to: '/segments', word: 'segments', icon: FilterIcon, can: ['customers.readSegments'], group: 'run' },
  { to: '/check-ups', word: 'checkUps', icon: CheckIcon, can: ['customers.checkUp'], group: 'run' },
  { to: '/rules', word: 'rules', icon: BoltIcon, can: ['tickets.manageRules'], group: 'run' },
  { to: '/playbook', word: 'playbook', icon: BookIcon, can: ['playbook.read'], group: 'run' },
  { to: '/channels', word: 'channels', icon: ChannelIcon, can: ['channels.read'], group: 'run' },
  {
    to: '/events',
    word: 'events',
    icon: EventIcon,
    can: ['loyalty.readEvents', 'channels.readSalon', 'loyalty.readLedger'],
    group: 'run',
  },
  { to: '/import', word: 'import', icon: ImportIcon, can: ['tickets.import'], group: 'run' },
  { to: '/notify', word: 'notify', icon: BellIcon, can: ['notify.manage'], group: 'run' },
  {
    to: '/large-model',
    word: 'largeModel',
    icon: BoltIcon,
    can: ['language.connect'],
    group: 'run',
  },
  { to: '/shops', word: 'shops', icon: ShopIcon, can: ['people.manageShops'], group: 'run' },
  { to: '/staff', word: 'staff', icon: PeopleIcon, can: ['people.readStaff'], group: 'run' },
  { to: '/audit', word: 'audit', icon: AuditIcon, can: ['governance.readAudit'], group: 'run' },
]

export function visibleNav({ can, brand }: Pick<Me, 'can' | 'brand'>): NavItem[] {
  return NAV.filter(
    (item) =>
      (!item.can || item.can.some((action) => can.includes(action))) &&
      (!item.industries || item.industries.includes(brand.industry)) &&
      !item.exceptIn?.includes(brand.industry),
  )
}
