import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Progress } from '#contracts/tickets'
import { useReader } from '../ui/reader.ts'
import { RejectForm } from './RejectForm.tsx'

type ReopenProps = { progress: Progress; onDone: (body: unknown) => void }

/** A closed matter that has come back. */
export function Reopen({ progress, onDone }: ReopenProps): JSX.Element {
  const { w } = useReader()
  const [open, setOpen] = useState(false)
  if (open) {
    return (
      <section class="card">
        <RejectForm
          title={w.proposal.why}
          reasons={progress.rejectReasons}
          onDone={onDone}
          onCancel={() => setOpen(false)}
        />
      </section>
    )
  }
  return (
    <section class="hint">
      <p>{w.progress.reopen}</p>
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {w.progress.reopenButton}
      </button>
    </section>
  )
}
