import { useTranslation } from 'react-i18next'
import type { AttachmentView } from '#contracts/channels'
import { FileIcon } from '../../../ui/icons.tsx'
import styles from './files.module.css'

/** Photos as small pictures, everything else by its name; a press opens it in a window of its own. */
export function FileLinks({ files }: { files: AttachmentView[] }) {
  const { t } = useTranslation('incidents')
  if (files.length === 0) return null
  return (
    <ul className={styles.files}>
      {files.map((file, n) => {
        const picture = file.mime.startsWith('image/')
        return (
          <li key={file.id} data-picture={picture}>
            <a
              href={file.url}
              target="_blank"
              rel="noreferrer"
              aria-label={picture ? t('file.photo', { n: n + 1 }) : undefined}
            >
              {picture ? (
                <img
                  src={`${file.url}${file.url.includes('?') ? '&' : '?'}size=thumb`}
                  alt=""
                  loading="lazy"
                />
              ) : (
                <>
                  <FileIcon size={16} />
                  {file.name || t('file.nameless')}
                </>
              )}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
