import { Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOpenProducts } from './visit-queries.ts'
import styles from './visits.module.css'

type Props = { orderId: string; used: Map<string, string>; change: (used: Map<string, string>) => void }

/** The batches that stand open in the shop; what quality has stopped cannot be ticked. */
export function ProductPick({ orderId, used, change }: Props) {
  const { t } = useTranslation('orders-visits')
  const products = useOpenProducts(orderId).data ?? []
  const put = (batchId: string, amount: string | null) => {
    const next = new Map(used)
    if (amount === null) next.delete(batchId)
    else next.set(batchId, amount)
    change(next)
  }
  return (
    <fieldset className={styles.plain}>
      <legend>{t('record.products')}</legend>
      {products.map((product) => {
        const amount = used.get(product.batchId)
        return (
          <div key={product.batchId} className={styles.pick}>
            <Checkbox
              checked={amount !== undefined}
              disabled={product.refused !== null && amount === undefined}
              onChange={(event) => put(product.batchId, event.target.checked ? '' : null)}
            >
              {product.ingredient} <span className={styles.code}>{product.code}</span>
              {product.refused ? <strong>{t(`record.${product.refused}`)}</strong> : null}
              {product.fits && !product.refused ? <small>{t('record.fits')}</small> : null}
            </Checkbox>
            {amount === undefined ? null : (
              <Input
                size="small"
                maxLength={40}
                aria-label={`${product.ingredient} ${t('record.amount')}`}
                placeholder={t('record.amount')}
                value={amount}
                onChange={(event) => put(product.batchId, event.target.value)}
              />
            )}
          </div>
        )
      })}
      {products.length ? null : <p className={styles.quiet}>{t('record.noProducts')}</p>}
    </fieldset>
  )
}
