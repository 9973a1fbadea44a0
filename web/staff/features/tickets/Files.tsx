import { useTranslation } from 'react-i18next'
import type { AttachmentView } from '#contracts/channels'
import { FileIcon } from '../../ui/icons.tsx'
import { fileKind, fileSize, isPicture } from './file-words.ts'
import styles from './Photos.module.css'

/** What came with a message and is no picture: recordings to listen to, everything else to be saved. */
export function Files({ files }: { files: AttachmentView[] }) {
  const { t, i18n } = useTranslation('tickets')
  const others = files.filter((file) => !isPicture(file))
  if (others.length === 0) return null
  return (
    <ul className={styles.files}>
      {others.map((file) => {
        const name = file.name || t('file.nameless')
        const size = fileSize(file.bytes, i18n.language)
        return (
          <li key={file.id}>
            <a
              href={file.url}
              download={file.name || true}
              className={styles.file}
              aria-label={t('file.download', { name, size })}
            >
              <FileIcon size={16} />
              <span>{name}</span>
              <small>
                {t(`file.kind.${fileKind(file.mime)}`)} · {size}
              </small>
            </a>
            {isPlayable(file.mime) ? (
              // biome-ignore lint/a11y/useMediaCaption: what a customer recorded has no captions
              <audio controls preload="none" src={file.url} aria-label={t('file.play', { name })} />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** AMR, as phones record it, is audio that browsers cannot play: it is only offered to be saved. */
function isPlayable(mime: string): boolean {
  return mime.startsWith('audio/') && document.createElement('audio').canPlayType(mime) !== ''
}
