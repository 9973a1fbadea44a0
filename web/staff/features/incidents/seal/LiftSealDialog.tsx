import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { Seal } from '#contracts/incidents/seal'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { useDeed } from '../incident-queries.ts'
import { WordsDialog } from '../WordsDialog.tsx'
import { sealDeeds } from './seal-queries.ts'

/** Puts it back on sale, with the reason in the record. */
export function LiftSealDialog({ room, seal, close }: { room: Room; seal: Seal; close: () => void }) {
  const { t } = useTranslation('incidents')
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const open = seal.of - seal.acknowledged
  const lift = (why: string) =>
    deed.mutate(sealDeeds.lift(seal.id, why), {
      onError: problem,
      onSuccess: () => {
        done(t('seal.lifted'))
        close()
      },
    })
  return (
    <WordsDialog
      title={t('seal.liftTitle', { what: seal.what })}
      {...(open ? { hint: t('seal.liftOpen', { count: open }) } : {})}
      label={t('seal.liftWhy')}
      placeholder={t('seal.liftHint')}
      ok={t('seal.lift')}
      shortest={4}
      busy={deed.isPending}
      send={lift}
      close={close}
    />
  )
}
