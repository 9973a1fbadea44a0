import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../app/api.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { tidied } from './findings.ts'
import { deeds, useInvestigationDeed } from './investigation-queries.ts'
import type { FindingsState } from './use-findings.ts'

/** Saving and concluding; what was written is saved before it is concluded. */
export function useSaveFindings(ticketId: string, findings: FindingsState) {
  const { t } = useTranslation('investigation')
  const deed = useInvestigationDeed(ticketId)
  const [unheard, setUnheard] = useState(false)
  const problem = useProblem()
  const done = useDone()

  const saved = async (): Promise<string | null> => {
    if (!findings.dirty) return findings.seenAt
    const body = { ...tidied(findings.mine), seenAt: findings.seenAt }
    const { updatedAt } = await deed.mutateAsync(deeds.save(body))
    findings.drop()
    return updatedAt
  }
  const save = () => void saved().then(() => done(t('save.done')), problem)
  const conclude = async (reason = '') => {
    try {
      const seenAt = await saved()
      await deed.mutateAsync(deeds.conclude({ seenAt, unheard: reason }))
      setUnheard(false)
      done(t('conclude.done'))
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'investigation.notHeard') setUnheard(true)
      else problem(error)
    }
  }
  return { save, conclude, busy: deed.isPending, unheard, heard: () => setUnheard(false) }
}
export type Saving = ReturnType<typeof useSaveFindings>
