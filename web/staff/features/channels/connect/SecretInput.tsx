import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './connect.module.css'

type Props = {
  /** `••••` and the last signs of the one that is set; absent: none is. */
  tail: string | undefined
  removable: boolean
  onTouched: () => void
  id?: string
  value?: string
  onChange?: (value: string | undefined) => void
}

/** A secret: while one is set only its last signs are told; it is replaced, never shown. Takes keys of many lines as well. */
export function SecretInput({ tail, removable, onTouched, id, value, onChange }: Props) {
  const { t } = useTranslation('channels')
  const [changing, setChanging] = useState(false)
  const [shown, setShown] = useState(false)
  const put = (next: string | undefined) => {
    onTouched()
    onChange?.(next)
  }
  const keep = () => {
    setChanging(false)
    onChange?.(undefined)
  }
  if (tail !== undefined && !changing) {
    const removed = value === ''
    return (
      <div className={styles.secret} id={id}>
        <span>{removed ? t('connect.cleared') : t('connect.secretSet', { tail })}</span>
        {removed ? (
          <Button onClick={() => put(undefined)}>{t('connect.keep')}</Button>
        ) : (
          <>
            <Button onClick={() => setChanging(true)}>{t('connect.change')}</Button>
            {removable ? <Button onClick={() => put('')}>{t('connect.clear')}</Button> : null}
          </>
        )}
      </div>
    )
  }
  return (
    <div className={styles.secret}>
      <Input.TextArea
        {...(id ? { id } : {})}
        className={shown ? '' : (styles.masked ?? '')}
        value={value ?? ''}
        autoSize={{ minRows: 1, maxRows: 8 }}
        autoComplete="off"
        autoFocus={changing}
        spellCheck={false}
        maxLength={20_000}
        onChange={(event) => put(event.target.value || undefined)}
      />
      <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'connect.hide' : 'connect.show')}
      </Button>
      {changing ? <Button onClick={keep}>{t('connect.keep')}</Button> : null}
    </div>
  )
}
