import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PHOTO_LIMIT } from '#contracts/channels'
import { CloseIcon, FileIcon, PhotoIcon } from '../../../ui/icons.tsx'
import { useProblem } from '../../../ui/use-problem.ts'
import { uploadToRoom } from '../incident-queries.ts'
import styles from './picked.module.css'

/** `url` is only of this machine, for pictures; empty for anything else. */
export type PickedFile = { id: string; name: string; url: string }
type Props = {
  roomId: string
  files: PickedFile[]
  onChange: (files: PickedFile[]) => void
  label: string
  most?: number
}
const MOST = 10

/** Photos and papers that go with what is being said: up at once, sent by id. On a phone the button offers the camera. */
export function RoomFiles({ roomId, files, onChange, label, most = MOST }: Props) {
  const { t } = useTranslation('incidents')
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const problem = useProblem()
  const add = async (picked: File[]) => {
    setBusy(true)
    let held = files
    for (const file of picked.slice(0, most - files.length)) {
      if (file.size > PHOTO_LIMIT.bytes) {
        problem(
          new Error(t('file.tooBig', { name: file.name, mb: Math.floor(PHOTO_LIMIT.bytes / 1_000_000) })),
        )
        continue
      }
      const up = await uploadToRoom(roomId, file).catch(problem)
      if (up) held = [...held, pickedOf(up.id, file)]
      onChange(held)
    }
    setBusy(false)
  }
  return (
    <fieldset className={styles.picker}>
      <legend>{label}</legend>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            {file.url ? <img src={file.url} alt={file.name} /> : <FileIcon size={18} />}
            {file.url ? null : <span>{file.name}</span>}
            <button
              type="button"
              aria-label={t('file.remove', { name: file.name })}
              onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
            >
              <CloseIcon size={12} />
            </button>
          </li>
        ))}
        {files.length < most ? (
          <li>
            <button
              type="button"
              className={styles.add}
              aria-busy={busy}
              disabled={busy}
              onClick={() => field.current?.click()}
            >
              <PhotoIcon size={18} />
              {t(busy ? 'file.busy' : 'file.add')}
            </button>
          </li>
        ) : null}
      </ul>
      <input
        ref={field}
        type="file"
        accept="image/*,application/pdf"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          void add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </fieldset>
  )
}

function pickedOf(id: string, file: File): PickedFile {
  return { id, name: file.name, url: file.type.startsWith('image/') ? URL.createObjectURL(file) : '' }
}
