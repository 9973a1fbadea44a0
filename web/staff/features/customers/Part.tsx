import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './file.module.css'

/** One part of what is known: a heading, what may be added, the lines. */
export function Part({
  title,
  add,
  children,
}: {
  title: string
  add?: (() => void) | undefined
  children: ReactNode
}) {
  const { t } = useTranslation('customers')
  return (
    <section className={styles.part} aria-label={title}>
      <h2>
        {title}
        {add ? (
          <button type="button" onClick={add} aria-label={t('add', { what: title })}>
            {t('addShort')}
          </button>
        ) : null}
      </h2>
      {children}
    </section>
  )
}
