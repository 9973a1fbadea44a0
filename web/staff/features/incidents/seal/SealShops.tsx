import { Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { HeldQuery } from '#contracts/orders/menu'
import { useHeldAt } from '../../menu/index.ts'
import { ShopSelect, useShops } from '../ShopSelect.tsx'
import styles from './seal.module.css'
import { shopsToTell } from './shops-to-tell.ts'

type Props = {
  room: Pick<Room, 'involved' | 'wholeBrand'>
  /** What is to be sealed; null as long as it is not known. */
  what: HeldQuery | null
}

/** The form's `shopIds`: every shop that has it, until somebody chooses others. */
export function SealShops({ room: { involved, wholeBrand }, what }: Props) {
  const { t } = useTranslation('incidents')
  const form = Form.useFormInstance<{ shopIds: string[] }>()
  const [chosen, setChosen] = useState(false)
  const all = useShops()
  const { data: holding, isFetching, isError, refetch } = useHeldAt(what)
  const { first, held, reported } = shopsToTell({ involved, wholeBrand }, (what && holding) || [])
  const every = new Set([...involved, ...(all ?? [])].map(({ id }) => id))
  const take = (shopIds: readonly string[]) => {
    setChosen(true)
    form.setFieldsValue({ shopIds: [...shopIds] })
  }
  const wanted = first.join()
  useEffect(() => {
    if (!chosen) form.setFieldsValue({ shopIds: wanted ? wanted.split(',') : [] })
  }, [chosen, wanted, form])
  const quick = [
    ...(held.length ? [{ key: 'heldShops', ids: first } as const] : []),
    reported.length
      ? ({ key: 'reportedShops', ids: reported } as const)
      : ({ key: 'roomShops', ids: involved.map(({ id }) => id) } as const),
    ...(all ? [{ key: 'everyShop', ids: [...every] } as const] : []),
  ]
  return (
    <>
      <Form.Item
        name="shopIds"
        label={t('seal.shops')}
        rules={[{ required: true, type: 'array', min: 1, message: t('seal.shopsMissing') }]}
        extra={held.length ? t('seal.heldAt', { count: held.length, reported: reported.length }) : undefined}
      >
        <ShopSelect
          known={[...involved, ...(holding ?? [])]}
          placeholder={t('seal.shopsMissing')}
          onChange={() => setChosen(true)}
        />
      </Form.Item>
      {what && isFetching ? <p className={styles.looking}>{t('seal.looking')}</p> : null}
      {what && isError && !isFetching ? (
        <p className={styles.looking} role="alert">
          {t('seal.notLooked')}{' '}
          <Button type="link" onClick={() => refetch()}>
            {t('seal.lookAgain')}
          </Button>
        </p>
      ) : null}
      <div className={styles.quick}>
        {quick
          .filter(({ ids }) => ids.length)
          .map(({ key, ids }) => (
            <Button key={key} size="small" onClick={() => take(ids)}>
              {t(`seal.${key}`, { count: ids.length })}
            </Button>
          ))}
      </div>
    </>
  )
}
