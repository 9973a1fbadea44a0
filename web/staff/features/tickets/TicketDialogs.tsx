import type { Ticket } from '#contracts/tickets'
import { AssignDialog } from './AssignDialog.tsx'
import { RevealDialog } from './RevealDialog.tsx'
import { AcceptDialog, SetAsideDialog, WordsDialog } from './StepDialogs.tsx'
import { TriageDialog } from './TriageDialog.tsx'
import type { Dialog } from './ticket-steps.ts'

export type DialogProps = { ticket: Ticket; close: () => void }

/** The steps that ask something first; fetched when the first of them is opened. */
export default function TicketDialogs({ dialog, ...props }: DialogProps & { dialog: Dialog }) {
  if (dialog === 'triage') return <TriageDialog {...props} />
  if (dialog === 'assign') return <AssignDialog {...props} />
  if (dialog === 'reveal') return <RevealDialog {...props} />
  if (dialog === 'set_aside') return <SetAsideDialog {...props} />
  if (dialog === 'accept_for_customer') return <AcceptDialog {...props} />
  return <WordsDialog {...props} kind={dialog} />
}
