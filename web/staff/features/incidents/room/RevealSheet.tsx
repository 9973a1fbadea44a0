import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { RevealFrame } from '../../../ui/RevealFrame.tsx'
import { useProblem } from '../../../ui/use-problem.ts'
import { useRevealSheet } from '../incident-queries.ts'

const QUICK = ['authority', 'hospital', 'insurance'] as const

/** The covered lines in the clear, for a reason that goes into the audit trail. */
export function RevealSheet({ room, close }: { room: Room; close: () => void }) {
  const { t } = useTranslation('incidents')
  const reveal = useRevealSheet(room.id)
  const problem = useProblem()
  const shown = reveal.data
    ?.filter(({ field, value }) => field.sensitive && value)
    .map(({ field, value }) => ({ term: field.label, value }))
  return (
    <RevealFrame
      words={{
        title: t('sheet.revealTitle'),
        hint: t('sheet.revealHint'),
        reason: t('sheet.revealReason'),
        do: t('sheet.revealDo'),
        quick: QUICK.map((key) => t(`sheet.quick.${key}`)),
      }}
      busy={reveal.isPending}
      reveal={(reason) => reveal.mutate(reason, { onError: problem })}
      shown={shown ?? null}
      close={close}
    />
  )
}
