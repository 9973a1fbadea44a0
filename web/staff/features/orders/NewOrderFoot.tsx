import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMoney } from '../../ui/use-money.ts'
import styles from './new.module.css'
import { missingIn, type Typed } from './new-order.ts'
import { type Menu, totalOf } from './order-lines.ts'

type Props = {
  typed: Typed
  menu: Menu
  /** There is a shop to take it, and something to take. */
  ready: boolean
  saving: boolean
  saveDraft: () => void
  clear: () => void
}

/** What it costs, what is missing, and what to do with it. */
export function NewOrderFoot({ typed, menu, ready, saving, saveDraft, clear }: Props) {
  const { t } = useTranslation(['orders', 'orders-desk', 'common'])
  const money = useMoney('CNY')
  const missing = missingIn(typed, menu)
  const feeMinor = typed.kind === 'delivery' ? typed.feeMinor : 0
  return (
    <>
      <p className={styles.total}>
        {t('form.total')}
        <b>{money(totalOf(typed.lines, menu, { ...typed, feeMinor }))}</b>
      </p>
      <p className={styles.missing} data-none={!missing.length} role="status">
        {missing.length
          ? t('list.missing', { what: missing.map((gap) => t(`gap.${gap}`)).join(t('common:list.and')) })
          : t('form.complete')}
      </p>
      <div className={styles.foot}>
        <Button
          data-step="save"
          type="primary"
          size="large"
          htmlType="submit"
          loading={saving}
          disabled={!ready}
        >
          {t(missing.length ? 'form.saveIncomplete' : 'form.save')}
          <kbd>Ctrl ↵</kbd>
        </Button>
        <Button
          size="large"
          disabled={!ready || saving}
          title={t('orders-desk:form.draftHint')}
          onClick={saveDraft}
        >
          {t('orders-desk:form.draft')}
        </Button>
        <Button size="large" type="text" disabled={saving} onClick={clear}>
          {t('form.clear')}
        </Button>
      </div>
      {missing.length ? <p className={styles.quiet}>{t('form.incompleteHint')}</p> : null}
    </>
  )
}
