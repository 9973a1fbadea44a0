import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PHOTO_LIMIT } from '#contracts/channels'
import { CloseIcon, FileIcon, PhotoIcon } from '../../../ui/icons.tsx'
import { type FilesField, useUpload } from '../../../ui/use-upload.ts'
import { uploadToRoom } from '../incident-queries.ts'
import styles from './picked.module.css'

/** `url` is only of this machine, for pictures; empty for anything else. */
export type PickedFile = { id: string; name: string; url: string }
type Props = FilesField<PickedFile> & { roomId: string; files: PickedFile[]; label: string }
const MOST = 10

/** Photos and papers that go with what is being said: up at once, sent by id. On a phone the button offers the camera. */
export function RoomFiles({ roomId, files, onChange, busy, onBusy, label }: Props) {
  const { t } = useTranslation('incidents')
  const field = useRef<HTMLInputElement>(null)
  const add = useUpload<PickedFile>({
    onChange,
    onBusy,
    take: async (file) => pickedOf((await uploadToRoom(roomId, file)).id, file),
    tooBig: ({ name }) => t('file.tooBig', { name, mb: Math.floor(PHOTO_LIMIT.bytes / 1_000_000) }),
  })
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
              onClick={() => onChange((now) => now.filter(({ id }) => id !== file.id))}
            >
              <CloseIcon size={12} />
            </button>
          </li>
        ))}
        {files.length < MOST ? (
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
          void add([...(event.target.files ?? [])].slice(0, MOST - files.length))
          event.target.value = ''
        }}
      />
    </fieldset>
  )
}

function pickedOf(id: string, file: File): PickedFile {
  return { id, name: file.name, url: file.type.startsWith('image/') ? URL.createObjectURL(file) : '' }
}
