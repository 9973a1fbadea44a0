import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { Assessment } from '#contracts/tickets/assessment'
import { useMe, useZone } from '../../../app/session.ts'
import styles from './MinutesSheet.module.css'
import { minutesText } from './minutes-text.ts'

/** The minutes on paper: prints itself once, with nothing of the console around it. */
export function MinutesSheet({
  ticket,
  assessment,
  close,
}: {
  ticket: Ticket
  assessment: Assessment
  close: () => void
}) {
  const { t, i18n } = useTranslation('investigation')
  const zone = useZone()
  const { brand } = useMe()
  useEffect(() => {
    window.addEventListener('afterprint', close, { once: true })
    window.print()
    return () => window.removeEventListener('afterprint', close)
  }, [close])
  const [title, ...lines] = minutesText(t, ticket, assessment, i18n.language, zone).split('\n')
  const photos = assessment.opinions.flatMap((opinion) => opinion.photos)
  return createPortal(
    <article className={styles.sheet}>
      <header>
        <small>{[brand.name, ticket.shop?.name].filter(Boolean).join(' · ')}</small>
        <h1>{title}</h1>
      </header>
      <p>{lines.join('\n')}</p>
      <div>
        {photos.map((photo) => (
          <img key={photo.id} src={photo.url} alt="" />
        ))}
      </div>
    </article>,
    document.body,
  )
}
