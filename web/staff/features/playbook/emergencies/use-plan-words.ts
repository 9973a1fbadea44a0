import { useTranslation } from 'react-i18next'
import type { Text } from '#contracts/kit'
import type { Role } from '#contracts/people'
import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan, StepDue } from '#contracts/playbook/emergency'
import { usePlaybookWords } from '../use-playbook-words.ts'

/** Words for the parts of one emergency plan, in the reader's language. */
export function usePlanWords(doc: Playbook, plan: EmergencyPlan) {
  const { t } = useTranslation(['playbook-emergency', 'people', 'common'])
  const { say } = usePlaybookWords(doc)
  const named = (list: ReadonlyArray<{ key: string; name: Text }>, key: string) => {
    const found = list.find((item) => item.key === key)
    return found ? say(found.name) : key
  }
  return {
    say,
    list: (words: string[]) => words.join(t('common:list.and')),
    role: (role: Role) => t(`people:role.${role}`),
    post: (key: string) => named(plan.posts, key),
    grade: (key: string) => named(plan.grades, key),
    risk: (key: string) => named(doc.risks, key),
    due: ({ amount, unit, from }: StepDue) =>
      t(from === 'graded' ? 'step.dueGraded' : 'step.dueOpened', {
        time: t(`unit.${unit}`, { count: amount }),
      }),
  }
}
