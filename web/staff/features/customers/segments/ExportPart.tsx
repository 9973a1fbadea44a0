import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_EXPORTED_MEMBERS } from '#contracts/customers/segments'
import { useCan } from '../../../app/session.ts'
import styles from './segments.module.css'

const FORMATS = ['csv', 'xlsx'] as const
const LEAST_REASON = 4

/** The people of a segment as a file: masked, or whole for whoever may and says what for. */
export function ExportPart({ id }: { id: string }) {
  const { t, i18n } = useTranslation('segments')
  const [open, setOpen] = useState(false)
  const [clear, setClear] = useState(false)
  const [reason, setReason] = useState('')
  const mayClear = useCan('customers.exportClear')
  const ready = !clear || reason.trim().length >= LEAST_REASON
  const address = (format: string) =>
    clear
      ? `/api/customer-segments/${id}/clear-file?format=${format}&reason=${encodeURIComponent(reason.trim())}`
      : `/api/customer-segments/${id}/file?format=${format}`
  const most = new Intl.NumberFormat(i18n.language).format(MOST_EXPORTED_MEMBERS)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('export.do')}</Button>
      <Modal
        open={open}
        title={t('export.title')}
        onCancel={() => setOpen(false)}
        footer={FORMATS.map((format) => (
          <Button
            key={format}
            type={format === 'xlsx' ? 'primary' : 'default'}
            disabled={!ready}
            {...(ready ? { href: address(format), download: '' } : {})}
            onClick={() => setOpen(false)}
          >
            {t(`export.${format}`)}
          </Button>
        ))}
      >
        <p>{t('export.masked')}</p>
        <p className={styles.note}>
          {t('export.most', { count: MOST_EXPORTED_MEMBERS }).replace(String(MOST_EXPORTED_MEMBERS), most)}
        </p>
        {mayClear ? (
          <>
            <Checkbox checked={clear} onChange={(event) => setClear(event.target.checked)}>
              {t('export.clear')}
            </Checkbox>
            {clear ? (
              <>
                <p className={styles.note}>{t('export.clearHint')}</p>
                <Input
                  maxLength={200}
                  value={reason}
                  aria-label={t('export.reason')}
                  placeholder={t('export.reason')}
                  onChange={(event) => setReason(event.target.value)}
                />
              </>
            ) : null}
          </>
        ) : null}
      </Modal>
    </>
  )
}
