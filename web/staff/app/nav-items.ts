import type { ComponentType } from 'react'
import {
  AuditIcon,
  BookIcon,
  ChannelIcon,
  InboxIcon,
  PenIcon,
  PeopleIcon,
  ShopIcon,
  TodayIcon,
} from '../ui/icons.tsx'

export type NavItem = {
  to: '/' | '/inbox' | '/counter' | '/playbook' | '/channels' | '/shops' | '/staff' | '/audit'
  /** Key of the word in locales/common under `nav`. */
  word: string
  icon: ComponentType<{ size?: number }>
  /** Shown to whoever holds one of these actions; absent: to everybody. */
  can?: string[]
  group: 'work' | 'run'
}

export const NAV: readonly NavItem[] = [
  { to: '/', word: 'today', icon: TodayIcon, group: 'work' },
  { to: '/inbox', word: 'inbox', icon: InboxIcon, can: ['tickets.read'], group: 'work' },
  { to: '/counter', word: 'counter', icon: PenIcon, can: ['tickets.enter'], group: 'work' },
  { to: '/playbook', word: 'playbook', icon: BookIcon, can: ['playbook.read'], group: 'run' },
  { to: '/channels', word: 'channels', icon: ChannelIcon, can: ['channels.read'], group: 'run' },
  { to: '/shops', word: 'shops', icon: ShopIcon, can: ['people.manageShops'], group: 'run' },
  { to: '/staff', word: 'staff', icon: PeopleIcon, can: ['people.readStaff'], group: 'run' },
  { to: '/audit', word: 'audit', icon: AuditIcon, can: ['governance.readAudit'], group: 'run' },
]

export function visibleNav(can: readonly string[]): NavItem[] {
  return NAV.filter((item) => !item.can || item.can.some((action) => can.includes(action)))
}
