import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_EXPORTED_MEMBERS } from '#contracts/customers/segments'
import { useCan } from '../../../app/session.ts'
import styles from './segments.module.css'

const FORMATS = ['csv', 'xlsx'] as const
const LEAST_REASON = 4

/** People as a file: masked, or whole for whoever may and says what for. `of` is the path of the segment or the list, `part` what of the list is shown. */
export function ExportPart({ of, part = {} }: { of: string; part?: Record<string, string> }) {
  const { t, i18n } = useTranslation('segments')
  const [open, setOpen] = useState(false)
  const [clear, setClear] = useState(false)
  const [reason, setReason] = useState('')
  const mayClear = useCan('customers.exportClear')
  const ready = !clear || reason.trim().length >= LEAST_REASON
  const address = (format: string) => {
    const asked = new URLSearchParams({ ...part, format, ...(clear ? { reason: reason.trim() } : {}) })
    return `/api/${of}/${clear ? 'clear-file' : 'file'}?${asked}`
  }
  const most = new Intl.NumberFormat(i18n.language).format(MOST_EXPORTED_MEMBERS)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('export.do')}</Button>
      <Modal
        open={open}
        title={t(of === 'customers' ? 'export.listTitle' : 'export.title')}
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
