import { useTranslation } from 'react-i18next'
import type { Held } from '#contracts/tickets/composer'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import type { ComposerMode } from './composer-mode.ts'
import { useHeldDeed } from './composer-queries.ts'
import { adopt, flush } from './draft-box.ts'

/** Takes a held message back into the field, or sends it without waiting. */
export function useHeld(ticketId: string, write: (mode: ComposerMode) => void) {
  const { t } = useTranslation('composer')
  const deed = useHeldDeed(ticketId)
  const done = useDone()
  const problem = useProblem()
  const run = async (held: Held, what: 'undo' | 'now') => {
    // What has been written since must not be lost under what comes back.
    if (what === 'undo') await flush(ticketId, held.mode)
    deed.mutate(
      { heldId: held.id, deed: what },
      {
        onError: problem,
        onSuccess: (state) => {
          if (what === 'undo') {
            adopt(ticketId, state)
            write(held.mode)
            done(t('held.undone'))
          } else if (!state.held.some((one) => one.id === held.id)) done(t(`sent.${held.mode}`))
        },
      },
    )
  }
  return { run, busy: deed.isPending }
}
