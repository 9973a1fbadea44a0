import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundStop } from '#contracts/orders/delivery'
import styles from './round.module.css'
import type { TapIt } from './tap-it.ts'

/** The door is elsewhere: what the rider found goes to customer service, which asks the customer before it stays. */
export function AddressDialog({ stop, tap, close }: { stop: RoundStop; tap: TapIt; close: () => void }) {
  const { t } = useTranslation('orders-delivery')
  const field = useId()
  const [text, setText] = useState(stop.address)
  const same = text.trim() === stop.address || text.trim().length < 4
  return (
    <Modal
      open
      title={t('addressDialog.title')}
      okText={t('addressDialog.save')}
      cancelText={t('addressDialog.cancel')}
      okButtonProps={{ size: 'large', disabled: same }}
      cancelButtonProps={{ size: 'large' }}
      onOk={() => tap({ what: 'address', text: text.trim() })}
      onCancel={close}
    >
      <label className={styles.form} htmlFor={field}>
        {t('addressDialog.found')}
        <Input.TextArea
          id={field}
          value={text}
          maxLength={200}
          autoSize={{ minRows: 2 }}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p className={styles.small}>{t('addressDialog.hint')}</p>
    </Modal>
  )
}
