import { Button, Input, InputNumber } from 'antd'
import { type ClipboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Point } from '#contracts/kit'
import { placeIn } from './map-place.ts'
import styles from './people.module.css'

export type Place = { lat: number | null; lng: number | null }
type Props = { value?: Place | Point | null; onChange?: (place: Place | null) => void }

/** A shop's place on the map: two numbers, or both at once as a map gives them, pasted into any of the fields. */
export function PlaceField({ value, onChange }: Props) {
  const { t } = useTranslation('people')
  const id = useId()
  const [text, setText] = useState('')
  const place: Place = value ?? { lat: null, lng: null }
  const change = (next: Place) => onChange?.(next.lat === null && next.lng === null ? null : next)
  const take = (typed: string): boolean => {
    const found = placeIn(typed)
    setText(found ? '' : typed)
    if (found) onChange?.(found)
    return found !== null
  }
  const paste = (event: ClipboardEvent) => {
    const found = placeIn(event.clipboardData.getData('text'))
    if (!found) return
    event.preventDefault()
    setText('')
    onChange?.(found)
  }
  const field = (key: 'lat' | 'lng') => (
    <label htmlFor={`${id}-${key}`}>
      {t(`shop.${key}`)}
      <InputNumber
        id={`${id}-${key}`}
        precision={6}
        controls={false}
        value={place[key]}
        onChange={(next) => change({ ...place, [key]: next })}
        onPaste={paste}
      />
    </label>
  )
  return (
    <div className={styles.place}>
      {field('lat')}
      {field('lng')}
      <Input
        aria-label={t('shop.pastePlace')}
        placeholder={t('shop.pastePlace')}
        maxLength={80}
        value={text}
        status={text ? 'warning' : ''}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text && take(text)}
        onPressEnter={(event) => {
          event.preventDefault()
          take(text)
        }}
        onPaste={paste}
      />
      {text ? <small role="status">{t('shop.placeUnread')}</small> : null}
      {place.lat !== null || place.lng !== null ? (
        <Button onClick={() => onChange?.(null)}>{t('shop.noPlace')}</Button>
      ) : null}
    </div>
  )
}
