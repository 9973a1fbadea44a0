import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CheckIcon } from '../../ui/icons.tsx'
import styles from './pop.module.css'

type Props = { number: string; ticketId: string | null; close: () => void }

/** Written down: under which number, and the way there. */
export function Noted({ number, ticketId, close }: Props) {
  const { t } = useTranslation('calls')
  return (
    <div className={styles.body} role="status">
      <p className={styles.noted}>
        <CheckIcon />
        <b>{t(ticketId ? 'pop.continued' : 'pop.saved', { number })}</b>
      </p>
      {ticketId ? null : <p>{t('pop.savedHint')}</p>}
      <div className={styles.foot}>
        <Link to="/inbox" search={{ view: 'all', q: number }}>
          {t('pop.openTicket')}
        </Link>
        <Button type="primary" onClick={close}>
          {t('pop.done')}
        </Button>
      </div>
    </div>
  )
}
