import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../app/session.ts'
import { formatInstant } from '../../ui/time.ts'
import { useProblem } from '../../ui/use-problem.ts'
import { useReadRecord } from './visit-queries.ts'
import styles from './visits.module.css'

const REASONS = ['prepare', 'reaction', 'advise', 'other'] as const
const SHORTEST = 4

/** The record in the clear, for a reason that goes into the audit trail. */
export function ReadRecord({ orderId, close }: { orderId: string; close: () => void }) {
  const { t, i18n } = useTranslation('orders-visits')
  const zone = useZone()
  const [why, setWhy] = useState<(typeof REASONS)[number]>('prepare')
  const [words, setWords] = useState('')
  const read = useReadRecord(orderId)
  const problem = useProblem()
  const reason = why === 'other' ? words.trim() : t(`read.${why}`)
  const record = read.data
  return (
    <Modal open title={t('read.title')} onCancel={close} footer={null} width={520}>
      {record ? (
        <div className={styles.record}>
          <dl className={styles.record}>
            {(['observations', 'settings', 'advice'] as const).map((key) =>
              record[key] ? (
                <div key={key}>
                  <dt>{t(`record.${key}`)}</dt>
                  <dd>{record[key]}</dd>
                </div>
              ) : null,
            )}
            <div>
              <dt>{t('record.patchTest')}</dt>
              <dd>{t(`record.patch.${record.patchTest}`)}</dd>
            </div>
          </dl>
          {record.photos.length ? (
            <div className={styles.shots}>
              {record.photos.map((photo, n) => (
                <a key={photo.id} href={photo.url} target="_blank" rel="noreferrer">
                  <img src={`${photo.url}?size=thumb`} alt={t('record.photoAlt', { n: n + 1 })} />
                </a>
              ))}
            </div>
          ) : null}
          <p className={styles.quiet}>
            {t('record.by', {
              name: record.by,
              time: formatInstant(record.at, 'time', i18n.language, zone),
            })}
          </p>
        </div>
      ) : (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault()
            read.mutate(reason, { onError: problem })
          }}
        >
          <Radio.Group
            aria-label={t('read.reason')}
            className={styles.reasons ?? ''}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            options={REASONS.map((value) => ({ value, label: t(`read.${value}`) }))}
          />
          {why === 'other' ? (
            <Input
              aria-label={t('read.reason')}
              maxLength={200}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          ) : null}
          <div className={styles.foot}>
            <span className={styles.quiet}>{t('read.audited')}</span>
            <Button
              type="primary"
              htmlType="submit"
              loading={read.isPending}
              disabled={reason.length < SHORTEST}
            >
              {t('read.save')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
