import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TraitKind } from '#contracts/customers'
import type { CustomerFile } from '#contracts/customers/file'
import { useProblem } from '../../ui/use-problem.ts'
import { useFileDeed } from './customer-queries.ts'
import styles from './file.module.css'
import { Part } from './Part.tsx'

/** What the customer must not have, and what the customer likes. */
export function TraitPart({ file }: { file: CustomerFile }) {
  const { t } = useTranslation('customers')
  const [adding, setAdding] = useState(false)
  const deed = useFileDeed(file.id)
  const problem = useProblem()
  const may = file.can.includes('edit')
  return (
    <Part title={t('part.traits')} add={may && !adding ? () => setAdding(true) : undefined}>
      {adding ? <TraitForm file={file} close={() => setAdding(false)} /> : null}
      {file.traits.length ? (
        <ul className={styles.lines}>
          {file.traits.map((trait) => (
            <li key={trait.id} data-loud={trait.loud || undefined}>
              <span>{t(`trait.${trait.kind}`)}</span>
              <b>{trait.value}</b>
              {trait.by ? <small>{t('byWhom', { name: trait.by })}</small> : null}
              {may ? (
                <button
                  type="button"
                  aria-label={t('endTrait', { value: trait.value })}
                  onClick={() => deed.mutate({ do: 'endTrait', partId: trait.id }, { onError: problem })}
                >
                  {t('endShort')}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : adding ? null : (
        <p className={styles.none}>{t('trait.none')}</p>
      )}
    </Part>
  )
}

function TraitForm({ file, close }: { file: CustomerFile; close: () => void }) {
  const { t } = useTranslation('customers')
  const [kind, setKind] = useState<TraitKind>('allergy')
  const [value, setValue] = useState('')
  const deed = useFileDeed(file.id)
  const problem = useProblem()
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        deed.mutate({ do: 'addTrait', body: { kind, value } }, { onSuccess: close, onError: problem })
      }}
    >
      <Select
        value={kind}
        aria-label={t('trait.kind')}
        options={TraitKind.options.map((key) => ({ value: key, label: t(`trait.${key}`) }))}
        onChange={setKind}
      />
      <Input
        autoFocus
        maxLength={60}
        value={value}
        aria-label={t('trait.value')}
        placeholder={t(`trait.hint.${kind}`)}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={deed.isPending} disabled={!value.trim()}>
        {t('save')}
      </Button>
      <Button onClick={close}>{t('cancel')}</Button>
    </form>
  )
}
