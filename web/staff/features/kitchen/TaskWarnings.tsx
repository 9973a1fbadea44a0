import { useTranslation } from 'react-i18next'
import type { KitchenTask } from '#contracts/orders/kitchen'
import { ClockIcon, InfoIcon, WarnIcon } from '../../ui/icons.tsx'
import styles from './card.module.css'

/** What must not be overlooked: stopped by quality, allergies and taboos, wishes, made anew, too slow. Each with a picture and in words. */
export function TaskWarnings({ task }: { task: KitchenTask }) {
  const { t } = useTranslation('orders-kitchen')
  const wishes = [task.note, task.orderNote].filter(Boolean)
  return (
    <>
      {task.stopped ? (
        <p className={styles.alarm}>
          <WarnIcon size={26} />
          <strong>{t('warn.stopped')}</strong>
        </p>
      ) : null}
      {task.taboos.length ? (
        <div className={styles.alarm}>
          <WarnIcon size={26} />
          <div>
            <strong>{t('warn.taboo', { what: task.taboos.join('、') })}</strong>
            {task.clash.length ? <em>{t('warn.clash', { what: task.clash.join('、') })}</em> : null}
          </div>
        </div>
      ) : null}
      {wishes.map((wish) => (
        <p key={wish} className={styles.wish}>
          <InfoIcon size={24} />
          <span>{t('warn.note', { what: wish })}</span>
        </p>
      ))}
      {task.rework ? (
        <p className={styles.rework}>
          <WarnIcon size={24} />
          <span>{t('warn.rework', { times: task.rework + 1, reason: task.backReason })}</span>
        </p>
      ) : null}
      {task.slow && task.state !== 'done' ? (
        <p className={styles.slow}>
          <ClockIcon size={24} />
          <span>{t('warn.slow')}</span>
        </p>
      ) : null}
    </>
  )
}
