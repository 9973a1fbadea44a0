import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useTicketStep } from './ticket-queries.ts'
import type { TicketStep } from './ticket-steps.ts'

export type DialogProps = { ticket: Ticket; close: () => void }

/** Sends a step, says that it worked, closes the dialog; a refusal stays on the screen with its sentence. */
export function useDialogStep({ ticket, close }: DialogProps, did: string) {
  const { t } = useTranslation('tickets')
  const step = useTicketStep(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const run = (what: TicketStep) =>
    step.mutate(what, {
      onError: problem,
      onSuccess: () => {
        done(t(did))
        close()
      },
    })
  return { run, busy: step.isPending }
}
