import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { usePlans } from './incident-queries.ts'
import styles from './open.module.css'

type Props = {
  /** Plans that are likely for it stand first. */
  ticketId: string | undefined
  busy: boolean
  open: (plan: string) => void
  close: () => void
}

/** No plan fits of itself: whoever knows taps one, and the room opens by it. */
export function ChoosePlan({ ticketId, busy, open, close }: Props) {
  const { t } = useTranslation('incidents')
  const plans = usePlans(ticketId)
  return (
    <Drawer
      open
      onClose={close}
      title={t('open.which')}
      size={560}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <QueryState query={plans}>
        {(offers) =>
          offers.length === 0 ? (
            <Empty title={t('open.noPlans')} hint={t('open.noPlansHint')} />
          ) : (
            <div className={styles.form}>
              <p className={styles.hint}>{t('open.whichHint')}</p>
              <ul className={styles.taps}>
                {offers.map((offer) => (
                  <li key={offer.key}>
                    <button type="button" disabled={busy} onClick={() => open(offer.key)}>
                      <b>{offer.name}</b>
                      <small>{offer.summary}</small>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </QueryState>
    </Drawer>
  )
}
