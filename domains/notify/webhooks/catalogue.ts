import type { HookEvent } from '#contracts/notify'

/** Our events by their public names. Public names are a promise: they stay when ours change. */
export const HOOK_EVENTS: Readonly<Record<string, HookEvent>> = {
  'tickets.opened': 'ticket.opened',
  'tickets.moved': 'ticket.moved',
  'tickets.assigned': 'ticket.assigned',
  'tickets.escalated': 'ticket.escalated',
  'tickets.alarmRaised': 'ticket.alarm',
  'tickets.messageAdded': 'ticket.message_added',
  'tickets.closed': 'ticket.closed',
  'tickets.reopened': 'ticket.reopened',
  'tickets.merged': 'ticket.merged',
  'tickets.proposalMade': 'proposal.made',
  'tickets.proposalAnswered': 'proposal.answered',
  'tickets.compensationIssued': 'compensation.issued',
  'tickets.compensationSettled': 'compensation.settled',
  'tickets.rated': 'rating.given',
  'tickets.revisitAnswered': 'revisit.answered',
  'channels.healthChanged': 'channel.health_changed',
}
