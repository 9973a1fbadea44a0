import { Link } from '@tanstack/react-router'
import { Alert, Button, QRCode } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '#contracts/channels'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { CheckIcon } from '../../ui/icons.tsx'
import { dateTime } from '../../ui/use-when.ts'
import styles from './counter.module.css'

/** After saving: the number, what is still missing, and the customer's own page as a code to scan. */
export function CounterDone({ receipt, onAnother }: { receipt: Receipt; onAnother: () => void }) {
  const { t, i18n } = useTranslation('channels')
  const link = new URL(receipt.progress, window.location.origin).href
  const separator = i18n.language === 'en' ? ', ' : '、'
  const fields = receipt.missing.map((key) => t(`field.${key}`)).join(separator)
  return (
    <section className={styles.done} aria-live="polite">
      <h2>
        <CheckIcon size={22} />
        {t('done.title', { number: receipt.number })}
      </h2>
      <p>{t('done.expected', { time: dateTime(receipt.expectedAt, i18n.language) })}</p>
      {fields ? (
        <Alert
          type="warning"
          title={t('done.missingTitle', { fields })}
          description={t('done.missingHint')}
        />
      ) : null}
      <div className={styles.qr}>
        <QRCode
          value={link}
          type="svg"
          size={180}
          bordered={false}
          color="#23211d"
          bgColor="#ffffff"
          aria-label={t('done.scan')}
        />
        <p>{t('done.scan')}</p>
      </div>
      <CopyLine text={link} label={t('done.copy')} />
      <div className={styles.next}>
        <Button type="primary" size="large" onClick={onAnother} autoFocus>
          {t('done.another')}
        </Button>
        <Link to="/inbox">{t('done.open')}</Link>
      </div>
    </section>
  )
}
