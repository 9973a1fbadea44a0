import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '#contracts/customers/file'
import { useProblem } from '../../ui/use-problem.ts'
import { useFileDeed } from './customer-queries.ts'
import styles from './file.module.css'
import { Part } from './Part.tsx'

/** Where the customer has things brought to, without house and room; the usual one first. */
export function AddressPart({ file }: { file: CustomerFile }) {
  const { t } = useTranslation('customers')
  const [adding, setAdding] = useState(false)
  const deed = useFileDeed(file.id)
  const problem = useProblem()
  const may = file.can.includes('edit')
  const run = (change: Parameters<typeof deed.mutate>[0]) => deed.mutate(change, { onError: problem })
  return (
    <Part title={t('part.addresses')} add={may && !adding ? () => setAdding(true) : undefined}>
      {adding ? <AddressForm file={file} close={() => setAdding(false)} /> : null}
      {file.addresses.length ? (
        <ul className={styles.lines}>
          {file.addresses.map((address) => (
            <li key={address.id}>
              <b>{address.area}</b>
              {address.label ? <span>{address.label}</span> : null}
              <small>
                {address.id === file.addressId
                  ? t('address.default')
                  : t('address.times', { count: address.times })}
              </small>
              {may && address.id !== file.addressId ? (
                <button
                  type="button"
                  aria-label={t('address.choose', { area: address.area })}
                  onClick={() => run({ do: 'chooseAddress', partId: address.id })}
                >
                  {t('address.chooseShort')}
                </button>
              ) : null}
              {may ? (
                <button
                  type="button"
                  aria-label={t('address.end', { area: address.area })}
                  onClick={() => run({ do: 'endAddress', partId: address.id })}
                >
                  {t('endShort')}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : adding ? null : (
        <p className={styles.none}>{t('address.none')}</p>
      )}
    </Part>
  )
}

function AddressForm({ file, close }: { file: CustomerFile; close: () => void }) {
  const { t } = useTranslation('customers')
  const [text, setText] = useState('')
  const [label, setLabel] = useState('')
  const deed = useFileDeed(file.id)
  const problem = useProblem()
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        deed.mutate({ do: 'addAddress', body: { text, label } }, { onSuccess: close, onError: problem })
      }}
    >
      <Input
        autoFocus
        maxLength={200}
        value={text}
        aria-label={t('address.text')}
        placeholder={t('address.textHint')}
        onChange={(event) => setText(event.target.value)}
      />
      <Input
        className={styles.short}
        maxLength={20}
        value={label}
        aria-label={t('address.label')}
        placeholder={t('address.labelHint')}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={deed.isPending} disabled={text.trim().length < 4}>
        {t('save')}
      </Button>
      <Button onClick={close}>{t('cancel')}</Button>
    </form>
  )
}
