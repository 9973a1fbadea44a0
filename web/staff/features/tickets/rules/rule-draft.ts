import type { z } from 'zod'
import type { Conditions } from '#contracts/tickets/filter'
import type { Rule, RuleAction, SaveRule } from '#contracts/tickets/rules'

export type RuleUnit = 'minute' | 'hour' | 'day'
export const MINUTES: Record<RuleUnit, number> = { minute: 1, hour: 60, day: 1440 }

/** A rule while it is being written; times in the unit that reads best. */
export type RuleDraft = {
  name: string
  trigger: Rule['trigger']
  amount: number
  unit: RuleUnit
  what: NonNullable<Rule['after']>['what']
  conditions: Conditions
  actions: RuleAction[]
  stops: boolean
}

export function draftOf(rule: Rule | null): RuleDraft {
  const { amount, unit } = inUnit(rule?.after?.min ?? 120)
  return {
    name: rule?.name ?? '',
    trigger: rule?.trigger ?? 'opened',
    amount,
    unit,
    what: rule?.after?.what ?? 'opened',
    conditions: rule?.conditions ?? [],
    actions: rule?.actions ?? [{ do: 'tag', tags: [] }],
    stops: rule?.stops ?? false,
  }
}

/** Minutes in the largest unit that divides them. */
export function inUnit(minutes: number): { amount: number; unit: RuleUnit } {
  for (const unit of ['day', 'hour'] as const)
    if (minutes % MINUTES[unit] === 0) return { amount: minutes / MINUTES[unit], unit }
  return { amount: minutes, unit: 'minute' }
}

export function ruleOf(draft: RuleDraft): z.input<typeof SaveRule> {
  return {
    name: draft.name.trim(),
    trigger: draft.trigger,
    after: draft.trigger === 'time' ? { min: draft.amount * MINUTES[draft.unit], what: draft.what } : null,
    conditions: draft.conditions,
    actions: draft.actions,
    stops: draft.stops,
  }
}

/** A new action of a sort, with nothing filled in yet. */
export function blankAction(kind: RuleAction['do']): RuleAction {
  switch (kind) {
    case 'tag':
    case 'untag':
      return { do: kind, tags: [] }
    case 'assignTo':
      return { do: kind, staffId: '' }
    case 'assignRole':
    case 'notifyRole':
      return { do: kind, role: 'lead' }
    case 'severity':
      return { do: kind, atLeast: 3 }
    case 'notifyStaff':
      return { do: kind, staffIds: [] }
    case 'note':
      return { do: kind, text: '' }
    case 'task':
      return { do: kind, title: '', role: 'lead', dueInMin: 240 }
    case 'reply':
      return { do: kind, template: '' }
    case 'setAside':
      return { do: kind, reason: 'spam' }
  }
}

export function isReady(draft: RuleDraft): boolean {
  return draft.name.trim().length >= 2 && draft.actions.length > 0 && draft.actions.every(isFilled)
}

function isFilled(action: RuleAction): boolean {
  switch (action.do) {
    case 'tag':
    case 'untag':
      return action.tags.length > 0
    case 'assignTo':
      return action.staffId !== ''
    case 'notifyStaff':
      return action.staffIds.length > 0
    case 'note':
      return action.text.trim().length >= 2
    case 'task':
      return action.title.trim().length >= 2
    case 'reply':
      return action.template !== ''
    default:
      return true
  }
}
