import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Registered } from '#contracts/tickets/by-hand'
import { useCan, useZone } from '../../../app/session.ts'
import { CheckIcon } from '../../../ui/icons.tsx'
import { formatInstant } from '../../../ui/time.ts'
import counter from '../counter.module.css'
import styles from './register.module.css'

/** After entering: the number, by when the authority must have heard from us, and the way on. */
export function RegisterDone({ done, onAnother }: { done: Registered; onAnother: () => void }) {
  const { t, i18n } = useTranslation('channels')
  const zone = useZone()
  const mayRead = useCan('tickets.read')
  const { number, known, dueAt, provisional, ticketId } = done
  return (
    <section className={counter.done} aria-live="polite">
      <h2>
        <CheckIcon size={22} />
        {t(known ? 'register.known' : 'register.done', { number })}
      </h2>
      {dueAt ? (
        <p className={styles.due}>
          {t('register.due', { time: formatInstant(dueAt, 'full', i18n.language, zone) })}
          {provisional ? <small>{t('register.provisional')}</small> : null}
        </p>
      ) : null}
      <div className={counter.next}>
        <Button type="primary" size="large" onClick={onAnother} autoFocus>
          {t('register.another')}
        </Button>
        {mayRead ? (
          <Link to="/tickets/$id" params={{ id: ticketId }}>
            {t('register.open')}
          </Link>
        ) : null}
      </div>
    </section>
  )
}
