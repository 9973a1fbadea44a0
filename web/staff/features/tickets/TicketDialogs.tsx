import { AssignDialog } from './AssignDialog.tsx'
import type { DialogProps } from './dialog-step.ts'
import { MergeDialog } from './links/MergeDialog.tsx'
import { RevealDialog } from './RevealDialog.tsx'
import { AcceptDialog, SetAsideDialog, WordsDialog } from './StepDialogs.tsx'
import { TriageDialog } from './TriageDialog.tsx'
import type { Dialog } from './ticket-steps.ts'

/** The steps that ask something first; fetched when the first of them is opened. */
export default function TicketDialogs({ dialog, ...props }: DialogProps & { dialog: Dialog }) {
  if (dialog === 'triage') return <TriageDialog {...props} />
  if (dialog === 'assign') return <AssignDialog {...props} />
  if (dialog === 'reveal') return <RevealDialog {...props} />
  if (dialog === 'set_aside') return <SetAsideDialog {...props} />
  if (dialog === 'accept_for_customer') return <AcceptDialog {...props} />
  if (dialog === 'merge') return <MergeDialog {...props} />
  return <WordsDialog {...props} kind={dialog} />
}
