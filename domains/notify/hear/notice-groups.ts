import type { ChosenMeans, NoticeGroup } from '#contracts/notify'
import type { DaySort } from '#domains/channels'

const GROUP_OF: Record<string, NoticeGroup> = {
  alarm: 'alarm',
  early_emergency: 'alarm',
  early_alarm: 'trouble',
  assigned: 'assigned',
  handed_over: 'assigned',
  warned: 'late',
  breached: 'late',
  escalated: 'late',
  customer_replied: 'customer',
  rejected: 'customer',
  revisit_bad: 'customer',
  task_given: 'tasks',
  task_reminded: 'tasks',
  task_late: 'tasks',
  task_done: 'tasks',
  mentioned: 'asked',
  approval_asked: 'asked',
  approval_decided: 'asked',
  incident_called: 'alarm',
  stop_sale: 'alarm',
  stop_sale_again: 'alarm',
  incident_seal: 'tasks',
  incident_seal_again: 'late',
  incident_step_due: 'late',
  incident_step_late: 'late',
  incident_statement: 'asked',
  incident_approved: 'asked',
  incident_measure: 'tasks',
  incident_measure_late: 'late',
  incident_reply: 'customer',
  incident_unreached: 'late',
  incident_graver: 'asked',
}

/** The sort that a notice is chosen by; what nobody foresaw counts as trouble, so that it is not lost. */
export function groupOf(kind: string): NoticeGroup {
  return GROUP_OF[kind] ?? 'trouble'
}

/** Kinds of notices that call somebody at once. */
export const CALLS = Object.keys(GROUP_OF).filter((kind) => GROUP_OF[kind] === 'alarm')

/** Kinds that call as many as there are shops: they leave a part of what a day allows to the other calls. */
const STOP_SALES: readonly string[] = ['stop_sale', 'stop_sale_again']

const DANGERS: readonly string[] = ['alarm', 'early_emergency']

/** Whose part of a day's texts and calls a notice uses. */
export function sortOf(kind: string): DaySort {
  if (DANGERS.includes(kind)) return 'danger'
  if (STOP_SALES.includes(kind)) return 'stopSale'
  return CALLS.includes(kind) ? 'room' : 'chosen'
}

/** Before somebody has chosen: the phone for what is theirs to do, the mailbox for alarms only; text messages, which cost money, for a P1. Calls are never chosen: they ring for alarms. */
export const DEFAULT_MEANS: Record<NoticeGroup, ChosenMeans[]> = {
  alarm: ['wecom', 'push', 'email', 'sms'],
  assigned: ['wecom', 'push'],
  late: ['wecom', 'push'],
  customer: ['push'],
  tasks: ['push'],
  asked: ['wecom', 'push'],
  trouble: ['wecom', 'push', 'email'],
}
