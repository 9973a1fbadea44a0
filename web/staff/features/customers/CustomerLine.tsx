import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '#contracts/customers/file'
import { TimeText } from '../../app/TimeText.tsx'
import styles from './customers.module.css'
import { Taboos } from './Taboos.tsx'

/** One customer of the list in two lines: who, how to reach, what to mind, what has been. */
export function CustomerLine({ row }: { row: CustomerRow }) {
  const { t } = useTranslation('customers')
  const { facts } = row
  const figures = [
    facts.orders ? t('figure.orders', { count: facts.orders }) : '',
    facts.tickets ? t('figure.tickets', { count: facts.tickets }) : '',
    facts.complaints ? t('figure.complaints', { count: facts.complaints }) : '',
  ].filter(Boolean)
  return (
    <li>
      <Link to="/customers/$id" params={{ id: row.id }} className={styles.line}>
        <span className={styles.who}>
          <b>{row.name || t('nameless')}</b>
          {row.value === 'regular' ? null : <em data-value={row.value}>{t(`value.${row.value}`)}</em>}
          <Taboos taboos={row.taboos} small />
        </span>
        <TimeText at={row.updatedAt} className={styles.when} />
        <span className={styles.what}>
          <span>{row.contact || t('noContact')}</span>
          <span>{row.number}</span>
          {figures.map((words) => (
            <span key={words}>{words}</span>
          ))}
          {row.tags.map((tag) => (
            <i key={tag}>{tag}</i>
          ))}
        </span>
      </Link>
    </li>
  )
}
