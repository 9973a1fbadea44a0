import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../../ui/use-when.ts'
import styles from './outbox.module.css'
import type { KeptEntry } from './outbox-store.ts'
import { useKept, useOutbox } from './use-outbox.ts'

/** What was written down without a network and has not gone out yet; nothing to see when all has. */
export function OutboxList() {
  const { t } = useTranslation('channels')
  const { data: kept = [] } = useKept()
  const { send, drop, keep } = useOutbox()
  if (kept.length === 0) return null
  const again = async () => {
    for (const entry of kept.filter((one) => one.problem)) await keep({ ...entry, problem: '' })
    await send()
  }
  return (
    <section className={styles.outbox} aria-label={t('outbox.title')}>
      <header>
        <h2>{t('outbox.count', { count: kept.length })}</h2>
        <Button size="small" onClick={() => void again()}>
          {t('outbox.send')}
        </Button>
      </header>
      <ul>
        {kept.map((entry) => (
          <Line key={entry.submissionId} entry={entry} drop={() => void drop(entry.submissionId)} />
        ))}
      </ul>
    </section>
  )
}

function Line({ entry, drop }: { entry: KeptEntry; drop: () => void }) {
  const { t } = useTranslation('channels')
  const when = useWhen()
  const photos = entry.photos.length + entry.photoIds.length
  return (
    <li>
      <p>{entry.body.content || t('outbox.noWords')}</p>
      <small>
        {[
          entry.shopName,
          when(new Date(entry.keptAt).toISOString()),
          photos ? t('outbox.photos', { count: photos }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
      {entry.problem ? (
        <p className={styles.problem}>
          {entry.problem}{' '}
          <button type="button" onClick={drop}>
            {t('outbox.drop')}
          </button>
        </p>
      ) : null}
    </li>
  )
}
