import type { Locale } from '#contracts/kit'
import type { Playbook } from '#contracts/playbook'
import { priorityOf } from '#domains/playbook'
import { sentence } from '#platform/locale'
import { type Judgement, shortest } from './classify.ts'

/** Complaints of the same customer are counted for so many days, and make the next one serious from so many on. */
export const HISTORY_DAYS = 30
export const OFTEN = 2
const SERIOUS = 3
const WEIGHT = 2

/** Whether what the same customer said before may change a judgement. */
export const mayTurnGraver = ({ kind, severity }: Pick<Judgement, 'kind' | 'severity'>): boolean =>
  kind === 'complaint' && severity < SERIOUS

/**
 * Who complains for the third time within thirty days has not been helped: the failure is repeated, and that is serious (labelling of severity 3; requirement T2, “history”).
 * Shape: `earlier` counts complaints and emergencies of the same customer in HISTORY_DAYS.
 */
export function withHistory(
  judgement: Judgement,
  playbook: Playbook,
  earlier: number,
  locale: Locale,
): Judgement {
  if (earlier < OFTEN || !mayTurnGraver(judgement)) return judgement
  const told = { count: earlier + 1, days: HISTORY_DAYS }
  return {
    ...judgement,
    severity: SERIOUS,
    priority: priorityOf(playbook, SERIOUS, judgement.impact),
    reasons: shortest([
      {
        kind: 'rule',
        text: sentence(locale, 'triage', 'history', told),
        says: sentence(locale, 'triage', 'worse'),
        weight: WEIGHT,
      },
      ...judgement.reasons,
    ]),
  }
}
