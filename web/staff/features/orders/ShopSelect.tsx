import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../app/session.ts'
import { shopsQuery } from '../people/index.ts'

type Props = { value: string; onChange: (id: string) => void; all?: string; id?: string }

/** One of the shops within reach; `all` is the word for every one of them. */
export function ShopSelect({ value, onChange, all, id }: Props) {
  const { t } = useTranslation('orders')
  const shops = useShops()
  if (all && shops.length < 2) return null
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={t('field.shop')}
      value={value || (all ? '' : undefined)}
      onChange={onChange}
      placeholder={t('field.shop')}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ minWidth: 150 }}
      options={[
        ...(all ? [{ value: '', label: all }] : []),
        ...shops.map((shop) => ({ value: shop.id, label: shop.name })),
      ]}
    />
  )
}

/** Shops that are still run, as this person may see them. */
export function useShops() {
  const enabled = useCan('people.readShops')
  const shops = useQuery({ ...shopsQuery, enabled }).data ?? []
  return shops.filter((shop) => shop.state !== 'closed')
}
