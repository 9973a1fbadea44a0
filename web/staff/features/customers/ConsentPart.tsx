import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '#contracts/customers/file'
import { TimeText } from '../../app/TimeText.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import { useFileDeed } from './customer-queries.ts'
import styles from './file.module.css'
import { Part } from './Part.tsx'

const PURPOSES = ['service', 'care', 'marketing'] as const

/** What the customer has agreed to, in which words, and what was withdrawn. */
export function ConsentPart({ file }: { file: CustomerFile }) {
  const { t } = useTranslation('customers')
  const [adding, setAdding] = useState(false)
  const deed = useFileDeed(file.id)
  const problem = useProblem()
  const may = file.can.includes('edit')
  return (
    <Part title={t('part.consents')} add={may && !adding ? () => setAdding(true) : undefined}>
      {adding ? <ConsentForm file={file} close={() => setAdding(false)} /> : null}
      {file.consents.length ? (
        <ul className={styles.lines}>
          {file.consents.map((consent) => (
            <li key={consent.id} data-over={consent.withdrawnAt !== null || undefined} title={consent.text}>
              <b>{t(`purpose.${consent.purpose}`, { defaultValue: consent.purpose })}</b>
              <small>
                {t('consent.version', { version: consent.textVersion })} ·{' '}
                {consent.withdrawnAt ? t('consent.withdrawn') : null}{' '}
                <TimeText at={consent.withdrawnAt ?? consent.givenAt} />
              </small>
              {may && !consent.withdrawnAt ? (
                <button
                  type="button"
                  onClick={() => deed.mutate({ do: 'endConsent', partId: consent.id }, { onError: problem })}
                >
                  {t('consent.withdraw')}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : adding ? null : (
        <p className={styles.none}>{t('consent.none')}</p>
      )}
    </Part>
  )
}

/** Agreed by word of mouth: what was said is written down as it was said. */
function ConsentForm({ file, close }: { file: CustomerFile; close: () => void }) {
  const { t } = useTranslation('customers')
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number]>('service')
  const [text, setText] = useState('')
  const deed = useFileDeed(file.id)
  const problem = useProblem()
  const body = { purpose, text, textVersion: t('consent.spoken'), channel: 'phone' }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        deed.mutate({ do: 'addConsent', body }, { onSuccess: close, onError: problem })
      }}
    >
      <Select
        value={purpose}
        aria-label={t('consent.purpose')}
        options={PURPOSES.map((key) => ({ value: key, label: t(`purpose.${key}`) }))}
        onChange={setPurpose}
      />
      <Input
        autoFocus
        maxLength={500}
        value={text}
        aria-label={t('consent.text')}
        placeholder={t('consent.textHint')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={deed.isPending} disabled={!text.trim()}>
        {t('save')}
      </Button>
      <Button onClick={close}>{t('cancel')}</Button>
    </form>
  )
}
