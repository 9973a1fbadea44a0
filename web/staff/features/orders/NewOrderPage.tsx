import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Segmented } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import { CallerPart } from './CallerPart.tsx'
import { LineList } from './LineList.tsx'
import { MenuPick } from './MenuPick.tsx'
import styles from './new.module.css'
import { isNumber, keepTyped, missingIn, readTyped, type Typed, totalOf } from './new-order.ts'
import { useMenu, usePlaceOrder } from './order-queries.ts'
import { ShopSelect, useShops } from './ShopSelect.tsx'
import { useMoney } from './use-money.ts'

const KINDS = ['delivery', 'pickup', 'dine_in'] as const

/** 电话下单: typed while the customer talks. Number first, then where to and what; saved also when something is missing. */
export function NewOrderPage() {
  const { t } = useTranslation('orders')
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>(readTyped)
  const shops = useShops()
  const shopId = typed.shopId || (shops.length === 1 ? shops[0]!.id : '')
  const menu = useMenu(shopId, shopId !== '').data
  const byId = useMemo(() => new Map((menu ?? []).map((item) => [item.id, item])), [menu])
  const set = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }))
  useEffect(() => keepTyped(typed), [typed])
  const place = usePlaceOrder()
  const problem = useProblem()
  const missing = missingIn(typed, byId)
  const money = useMoney('CNY')
  const save = () => {
    if (!shopId || place.isPending) return
    place.mutate(bodyOf(typed, shopId), {
      onError: problem,
      onSuccess: ({ id }) => {
        keepTyped(null)
        void navigate({ to: '/orders/$id', params: { id } })
      },
    })
  }
  return (
    <PageFrame title={t('form.title')} hint={t('form.hint')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      >
        <div className={styles.column}>
          <CallerPart typed={typed} set={set} />
          <div className={styles.row}>
            <ShopSelect value={shopId} onChange={(id) => set({ shopId: id })} />
            <Segmented
              aria-label={t('list.kind')}
              value={typed.kind}
              onChange={(kind) => set({ kind })}
              options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          </div>
          {typed.kind === 'delivery' ? (
            <Input
              aria-label={t('field.address')}
              placeholder={t('field.address')}
              maxLength={200}
              value={typed.address}
              onChange={(event) => set({ address: event.target.value, point: null })}
            />
          ) : null}
          {shopId ? (
            <MenuPick
              menu={menu ?? []}
              add={(line) => setTyped((now) => ({ ...now, lines: [...now.lines, line] }))}
            />
          ) : (
            <p className={styles.quiet}>{t('form.shopFirst')}</p>
          )}
        </div>
        <div className={styles.column}>
          <h2>{t('one.items')}</h2>
          <LineList lines={typed.lines} menu={byId} change={(lines) => set({ lines })} />
          <Input
            aria-label={t('field.note')}
            placeholder={t('form.note')}
            maxLength={200}
            value={typed.note}
            onChange={(event) => set({ note: event.target.value })}
          />
          <p className={styles.total}>
            {t('form.total')}
            <b>{money(totalOf(typed, byId))}</b>
          </p>
          <p className={styles.missing} data-none={!missing.length} role="status">
            {missing.length
              ? t('list.missing', { what: missing.map((gap) => t(`gap.${gap}`)).join(t('common:list.and')) })
              : t('form.complete')}
          </p>
          <div className={styles.row}>
            <Button
              type="primary"
              size="large"
              htmlType="submit"
              loading={place.isPending}
              disabled={!shopId}
            >
              {t(missing.length ? 'form.saveIncomplete' : 'form.save')}
            </Button>
            <Button
              size="large"
              onClick={() => {
                keepTyped(null)
                setTyped(readTyped())
              }}
            >
              {t('form.clear')}
            </Button>
          </div>
          {missing.length ? <p className={styles.quiet}>{t('form.incompleteHint')}</p> : null}
        </div>
      </form>
    </PageFrame>
  )
}

function bodyOf(typed: Typed, shopId: string) {
  const address = typed.address.trim()
  return {
    shopId,
    kind: typed.kind,
    source: 'phone' as const,
    name: typed.name.trim(),
    ...(isNumber(typed.phone) ? { contact: typed.phone.trim() } : {}),
    ...(typed.kind === 'delivery' && address.length > 1
      ? { address: { text: address, ...(typed.point ? { point: typed.point } : {}) } }
      : {}),
    items: typed.lines.map(({ key: _key, ...line }) => line),
    note: typed.note.trim(),
  }
}
