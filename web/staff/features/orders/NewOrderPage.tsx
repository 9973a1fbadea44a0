import { useNavigate } from '@tanstack/react-router'
import { Input, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCaller } from '../../app/use-caller.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import { AddressPart } from './AddressPart.tsx'
import { AsidePart } from './AsidePart.tsx'
import { CallerPart } from './CallerPart.tsx'
import { enterWay, focusNext } from './enter-way.ts'
import { LineList } from './LineList.tsx'
import { MenuPick } from './MenuPick.tsx'
import { MoneyPart } from './MoneyPart.tsx'
import { NewOrderFoot } from './NewOrderFoot.tsx'
import styles from './new.module.css'
import { bodyOf, keepTyped, readTyped, STARTED, saysSomething, type Typed } from './new-order.ts'
import { addLine, type Menu } from './order-lines.ts'
import { useMenu, usePlaceOrder } from './order-queries.ts'
import { ShopSelect, useShops } from './ShopSelect.tsx'
import { WhenPart } from './WhenPart.tsx'

const KINDS = ['delivery', 'pickup', 'dine_in'] as const

/** 电话下单: typed while the customer talks. Number first, then where to and what; saved also when something is missing. */
export function NewOrderPage() {
  const { t } = useTranslation(['orders', 'orders-desk'])
  const [typed, setTyped] = useState<Typed>(readTyped)
  const form = useRef<HTMLFormElement>(null)
  const shops = useShops()
  const shopId = typed.shopId || (shops.length === 1 ? shops[0]!.id : '')
  const list = useMenu(shopId, shopId !== '').data ?? []
  const menu: Menu = useMemo(() => new Map(list.map((item) => [item.id, item])), [list])
  const caller = useCaller(typed.phone).data
  const set = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }))
  useEffect(() => keepTyped(typed), [typed])
  useEffect(() => {
    const begin = () => setTyped(readTyped())
    window.addEventListener(STARTED, begin)
    return () => window.removeEventListener(STARTED, begin)
  }, [])
  const { save, saving } = useSave(typed, shopId)
  const restart = (next: Typed | null) => {
    keepTyped(next)
    setTyped(readTyped())
    form.current?.querySelector<HTMLElement>('[data-step]')?.focus()
  }
  const chooseShop = (id: string) => {
    const from = document.activeElement
    set({ shopId: id })
    // The menu is there only after the shop.
    requestAnimationFrame(() => form.current && from && focusNext(form.current, from))
  }
  return (
    <PageFrame title={t('form.title')} hint={t('orders-desk:form.hint')}>
      <AsidePart key={typed.id} typed={typed} change={restart} />
      <form
        ref={form}
        className={styles.form}
        aria-label={t('form.title')}
        onSubmit={(event) => {
          event.preventDefault()
          save(false)
        }}
        onKeyDown={(event) => enterWay(event, () => save(false))}
      >
        <div className={styles.column}>
          <CallerPart typed={typed} set={set} caller={caller} />
          <div className={styles.row}>
            <ShopSelect value={shopId} onChange={chooseShop} />
            <Segmented
              aria-label={t('list.kind')}
              value={typed.kind}
              onChange={(kind) => set({ kind })}
              options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          </div>
          {typed.kind === 'delivery' ? (
            <AddressPart value={typed} set={set} known={caller?.addresses ?? []} />
          ) : null}
          {shopId ? (
            <MenuPick
              menu={list}
              add={(line) => setTyped((now) => ({ ...now, lines: addLine(now.lines, line) }))}
            />
          ) : (
            <p className={styles.quiet}>{t('form.shopFirst')}</p>
          )}
        </div>
        <div className={styles.column}>
          <h2>{t('one.items')}</h2>
          <LineList lines={typed.lines} menu={menu} change={(lines) => set({ lines })} />
          <Input
            data-step="note"
            aria-label={t('field.note')}
            placeholder={t('form.note')}
            maxLength={200}
            value={typed.note}
            onChange={(event) => set({ note: event.target.value })}
          />
          <WhenPart value={typed.wantedAt} choose={(wantedAt) => set({ wantedAt })} />
          <MoneyPart value={typed} set={set} brought={typed.kind === 'delivery'} />
          <NewOrderFoot
            typed={typed}
            menu={menu}
            ready={shopId !== '' && saysSomething(typed)}
            saving={saving}
            saveDraft={() => save(true)}
            clear={() => restart(null)}
          />
        </div>
      </form>
    </PageFrame>
  )
}

/** Saves once, however often it is asked for: the form waits for the answer, the order's own id is sent again with every try, and an empty form is no order. */
function useSave(typed: Typed, shopId: string) {
  const navigate = useNavigate()
  const place = usePlaceOrder()
  const problem = useProblem()
  const busy = useRef(false)
  const save = (draft: boolean) => {
    if (!shopId || busy.current || !saysSomething(typed)) return
    busy.current = true
    place.mutate(bodyOf(typed, shopId, draft), {
      onError: (error) => {
        busy.current = false
        problem(error)
      },
      onSuccess: ({ id }) => {
        keepTyped(null)
        void navigate({ to: '/orders/$id', params: { id } })
      },
    })
  }
  return { save, saving: place.isPending }
}
