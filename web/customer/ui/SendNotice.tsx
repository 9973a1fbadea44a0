import type { JSX } from 'preact'
import type { Sending } from '../sending/sender.ts'
import type { PhotoGate, Photos } from '../sending/use-photos.ts'
import { fill } from '../words.ts'
import { useCountdown, useLasting } from './phone-state.ts'
import { useReader } from './reader.ts'

const SLOW_MS = 6000

/** What is happening to what was sent, in one sentence, with the ways on. Speaks up for screen readers. */
export function SendNotice({
  sending,
  onEdit,
}: {
  sending: Sending<unknown>
  onEdit: () => void
}): JSX.Element {
  const { w } = useReader()
  const slow = useLasting(sending.state === 'sending', SLOW_MS)
  const until = sending.state === 'waiting' ? sending.retryAt : 0
  const left = useCountdown(until)
  return (
    <div aria-live="polite">
      {slow && <p class="notice">{w.sending.slow}</p>}
      {sending.state === 'waiting' && (
        <div class="notice">
          <p>{sending.why === 'busy' ? fill(w.sending.busy, { n: left }) : w.sending[sending.why]}</p>
          <button type="button" class="link" onClick={onEdit}>
            {w.sending.edit}
          </button>
        </div>
      )}
    </div>
  )
}

/** While what was written waits for its photos. */
export function GateNotice({ gate, photos }: { gate: PhotoGate; photos: Photos }): JSX.Element | null {
  const { w } = useReader()
  if (gate.state === 'closed') return null
  if (gate.state === 'stuck') {
    return (
      <div class="notice" role="alert">
        <p>{fill(w.sending.photosFailed, { n: photos.failed.length })}</p>
        {photos.failed.some((photo) => photo.trouble === 'network') && (
          <button type="button" class="link" onClick={gate.ask}>
            {w.sending.retryPhotos}
          </button>
        )}
        <button type="button" class="link" onClick={gate.skip}>
          {w.sending.skipPhotos}
        </button>
      </div>
    )
  }
  return (
    <div class="notice" aria-live="polite">
      <p>{fill(w.sending.photosLeft, { n: photos.outstanding })}</p>
      <button type="button" class="link" onClick={gate.skip}>
        {w.sending.withoutPhotos}
      </button>
    </div>
  )
}
