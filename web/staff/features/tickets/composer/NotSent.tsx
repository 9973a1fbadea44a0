import { useTranslation } from 'react-i18next'
import { LineNote } from './ComposerNotes.tsx'
import { useComposer, useHeldDeed } from './composer-queries.ts'

/** What could not be sent after its seconds were over, and why; its text is in the field again. */
export function NotSent({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('composer')
  const { data } = useComposer(ticketId)
  const deed = useHeldDeed(ticketId)
  return data?.held
    .filter((one) => one.mine && one.problem)
    .map((one) => (
      <LineNote
        key={one.id}
        alert
        words={`${t('held.notSent', { reason: one.problem })}${t('held.back')}`}
        deed={t('held.known')}
        run={() => deed.mutate({ heldId: one.id, deed: 'undo' })}
      />
    ))
}
