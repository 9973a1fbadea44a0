import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../app/session.ts'
import { useSearchDoor } from './open-search.ts'
import styles from './SearchPanel.module.css'
import { SearchPanel } from './SearchPanel.tsx'

/** The search over every page of the console: opened by /, by the rail and by the inbox. */
export function SearchHost() {
  return useCan('tickets.read') ? <Door /> : null
}

function Door() {
  const { t } = useTranslation('search')
  const navigate = useNavigate()
  const { words, close } = useSearchDoor()
  const dialog = useRef<HTMLDialogElement>(null)
  const open = words !== null
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open) dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('label')}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
      // The page behind it has single-key shortcuts.
      onKeyDown={(event) => event.stopPropagation()}
    >
      {open ? (
        <SearchPanel
          words={words}
          close={close}
          openTicket={(id) => {
            close()
            void navigate({ to: '/tickets/$id', params: { id } })
          }}
          showAll={(q) => {
            close()
            void navigate({ to: '/inbox', search: { q } })
          }}
        />
      ) : null}
    </dialog>
  )
}
