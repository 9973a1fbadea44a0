import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useZone } from '../../../app/session.ts'
import { RevealFrame } from '../../../ui/RevealFrame.tsx'
import { formatInstant } from '../../../ui/time.ts'
import { useProblem } from '../../../ui/use-problem.ts'
import { useRevealSheet } from '../incident-queries.ts'
import { useSheetWords } from './use-sheet-words.ts'

const QUICK = ['authority', 'hospital', 'insurance'] as const

/** The covered lines in the clear, for a reason that goes into the audit trail. */
export function RevealSheet({ room, close }: { room: Room; close: () => void }) {
  const { t, i18n } = useTranslation('incidents')
  const zone = useZone()
  const words = useSheetWords()
  const reveal = useRevealSheet(room.id)
  const problem = useProblem()
  const shown = reveal.data
    ?.filter(({ field, value, earlier }) => field.sensitive && (value || earlier.length))
    .flatMap((line) => [
      { term: line.field.label, value: words(line.field, line) },
      ...line.earlier.map((one) => ({
        term: t('sheet.earlierOne', { name: one.by, at: formatInstant(one.at, 'full', i18n.language, zone) }),
        value: words(line.field, one),
      })),
    ])
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
