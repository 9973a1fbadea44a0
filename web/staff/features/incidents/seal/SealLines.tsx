import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../../../app/TimeText.tsx'
import styles from './lines.module.css'
import { useWaitingSeals } from './use-waiting-seals.ts'

type Props = {
  /** Among what I have to do they stand under a heading of their own; among the reminders they are lines like the others. */
  heading?: boolean
  onOpen?: () => void
}

/** What my shop still has to seal, a line each, until it has answered. */
export function SealLines({ heading = false, onOpen }: Props) {
  const { t } = useTranslation('incidents')
  const waiting = useWaitingSeals()
  if (waiting.length === 0) return null
  const lines = (
    <ul className={styles.lines}>
      {waiting.map((seal) => (
        <li key={`${seal.id}${seal.shop.shopId}`}>
          <Link to="/seals" data-drill={seal.drill} {...(onOpen ? { onClick: onOpen } : {})}>
            <b>
              {seal.drill ? t('drill.mark') : null}
              {t('seals.stop', { what: seal.what })}
            </b>
            <TimeText at={seal.shop.toldAt} />
            <span>
              {seal.shop.name}
              {seal.shop.asked > 1 ? <em>{t('seal.chased', { count: seal.shop.asked - 1 })}</em> : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
  if (!heading) return lines
  return (
    <section className={styles.section} aria-labelledby="my-seals">
      <h2 id="my-seals">
        {t('seals.title')}
        <span>{waiting.length}</span>
      </h2>
      {lines}
    </section>
  )
}
