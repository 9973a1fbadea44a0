import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../ui/QueryState.tsx'
import { Empty } from '../../ui/states.tsx'
import { usePlans } from './incident-queries.ts'
import styles from './open.module.css'

type Props = {
  /** Plans that are likely for it stand first. */
  ticketId: string | undefined
  /** Why somebody has to choose, and what the tap does. */
  hint: string
  busy: boolean
  open: (plan: string) => void
  close: () => void
}

/** Nobody but the reader knows by which plan: a tap on one opens the room by it. */
export function ChoosePlan({ ticketId, hint, busy, open, close }: Props) {
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
              <p className={styles.hint}>{hint}</p>
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
