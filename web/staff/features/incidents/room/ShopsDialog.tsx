import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { deeds, useDeed } from '../incident-queries.ts'
import { ShopSelect } from '../ShopSelect.tsx'
import styles from './forms.module.css'

/** Which shops are concerned; none chosen means the whole brand. */
export function ShopsDialog({ room, close }: { room: Room; close: () => void }) {
  const { t } = useTranslation('incidents')
  const [shopIds, setShopIds] = useState(room.involved.map(({ id }) => id))
  const [whole, setWhole] = useState(room.wholeBrand)
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const send = () =>
    deed.mutate(deeds.saveShops({ shopIds, wholeBrand: whole }), {
      onError: problem,
      onSuccess: () => {
        done(t('shops.saved'))
        close()
      },
    })
  return (
    <Modal
      open
      title={t('shops.edit')}
      okText={t('common:action.save')}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      width={520}
    >
      <div className={styles.form}>
        <ShopSelect
          known={room.involved}
          aria-label={t('open.shops')}
          value={shopIds}
          onChange={setShopIds}
        />
        {shopIds.length ? (
          <Checkbox checked={whole} onChange={(event) => setWhole(event.target.checked)}>
            {t('shops.whole')}
          </Checkbox>
        ) : null}
        <p className={styles.hint}>{t('shops.editHint')}</p>
      </div>
    </Modal>
  )
}
