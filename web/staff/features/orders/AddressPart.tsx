import { useTranslation } from 'react-i18next'
import type { KnownCaller } from '#contracts/orders'
import type { Typed } from './new-order.ts'
import { PickList } from './PickList.tsx'

type Place = Pick<Typed, 'address' | 'point'>
type Props = { value: Place; set: (place: Place) => void; known: KnownCaller['addresses'] }

/** Where to: completed from where this caller had things brought before. */
export function AddressPart({ value, set, known }: Props) {
  const { t } = useTranslation('orders')
  const typed = value.address.trim().toLowerCase()
  const fitting = known.filter(({ text }) => text.toLowerCase().includes(typed) && text !== value.address)
  return (
    <PickList
      step="address"
      label={t('field.address')}
      maxLength={200}
      value={value.address}
      onChange={(address) => set({ address, point: null })}
      choices={fitting.map(({ id, text }) => ({ key: id, label: <span>{text}</span> }))}
      first={false}
      take={(id) => {
        const place = known.find((one) => one.id === id)
        if (place) set({ address: place.text, point: place.point })
      }}
    />
  )
}
