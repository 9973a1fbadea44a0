import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkedTicket } from '#contracts/tickets/links'
import { TimeText } from '../../../app/TimeText.tsx'
import styles from './Links.module.css'

type Props = { link: LinkedTicket; note?: string; deed?: ReactNode }

/** Another ticket in a few words: what it says, how old, in what state, of which order. */
export function LinkLine({ link, note, deed }: Props) {
  const { t } = useTranslation(['links', 'tickets'])
  return (
    <li className={styles.line}>
      <Link to="/tickets/$id" params={{ id: link.id }}>
        {link.title}
      </Link>
      <p>
        <span>{link.number}</span>
        <span>{t(`tickets:status.${link.status}`)}</span>
        <TimeText at={link.openedAt} />
        {link.orderNumber ? <span>{t('order', { number: link.orderNumber })}</span> : null}
      </p>
      {deed}
      {note ? <q>{note}</q> : null}
    </li>
  )
}
