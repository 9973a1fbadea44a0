import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './kitchen.module.css'

/** A question over the screen; Escape or a touch beside it closes it. */
export function Sheet({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const { t } = useTranslation('orders-kitchen')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={styles.sheet} aria-label={title} onClose={close}>
      <h2>{title}</h2>
      {children}
      <button type="button" onClick={() => dialog.current?.close()}>
        {t('cancel')}
      </button>
    </dialog>
  )
}
