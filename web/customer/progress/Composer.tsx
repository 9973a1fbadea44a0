import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { KeptPhoto } from '../sending/photo-queue.ts'
import { usePhotoGate, usePhotos } from '../sending/use-photos.ts'
import { PhotoStrip } from '../ui/PhotoStrip.tsx'
import { useReader } from '../ui/reader.ts'
import { GateNotice } from '../ui/SendNotice.tsx'
import { TextArea } from '../ui/TextArea.tsx'

type ComposerProps = {
  placeholder: string
  focused: boolean
  onPost: (text: string, photos: KeptPhoto[]) => void
  onCancel: (() => void) | null
}

/** One more sentence or photo. */
export function Composer({ placeholder, focused, onPost, onCancel }: ComposerProps): JSX.Element {
  const { w } = useReader()
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)
  const photos = usePhotos()
  const gate = usePhotoGate(photos, () => {
    onPost(text.trim(), photos.kept)
    setText('')
    photos.queue.clear()
  })
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        const nothing = text.trim() === '' && photos.list.length === 0
        setEmpty(nothing)
        if (!nothing) gate.ask()
      }}
    >
      <TextArea
        label={w.talk.label}
        placeholder={placeholder}
        rows={3}
        maxLength={2000}
        value={text}
        faultId={empty ? 'fault-composer' : undefined}
        focused={focused}
        onInput={(next) => {
          setText(next)
          setEmpty(false)
        }}
      />
      <PhotoStrip photos={photos} label={w.photos.label} />
      {empty && (
        <p class="fault" id="fault-composer" role="alert">
          {w.talk.empty}
        </p>
      )}
      <GateNotice gate={gate} photos={photos} />
      <div class={onCancel ? 'two' : ''}>
        <button type="submit" class={`button button-main${gate.state === 'open' ? ' button-busy' : ''}`}>
          {gate.state === 'open' ? w.sending.sending : w.talk.send}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {w.common.cancel}
          </button>
        )}
      </div>
    </form>
  )
}
