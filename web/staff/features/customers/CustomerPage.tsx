import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '#contracts/customers/file'
import { useLiveState } from '../../app/use-live.ts'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { CustomerOrders } from '../orders/index.ts'
import { AddressPart } from './AddressPart.tsx'
import { ChangeList } from './ChangeList.tsx'
import { ConsentPart } from './ConsentPart.tsx'
import { useCustomer } from './customer-queries.ts'
import { EditDialog } from './EditDialog.tsx'
import { Figures } from './Figures.tsx'
import styles from './file.module.css'
import { HistoryList } from './HistoryList.tsx'
import { IdentityPart } from './IdentityPart.tsx'
import { MergedPart } from './MergedPart.tsx'
import { NotePart } from './NotePart.tsx'
import { Proposals } from './Proposals.tsx'
import { RevealDialog } from './RevealDialog.tsx'
import { Taboos } from './Taboos.tsx'
import { TraitPart } from './TraitPart.tsx'

/** One customer in one look: who, what to mind, what has been, and what is known. */
export function CustomerPage() {
  const { t } = useTranslation('customers')
  const { id } = useParams({ strict: false }) as { id: string }
  const file = useCustomer(id)
  const offline = useLiveState() === 'lost' && file.data !== undefined
  const title = file.data ? file.data.name || t('nameless') : t('title')
  return (
    <PageFrame title={title} actions={file.data ? <Deeds file={file.data} /> : null}>
      {offline ? (
        <p className={styles.offline} role="status">
          {t('offline')}
        </p>
      ) : null}
      <QueryState query={file}>{(data) => <File key={data.id} file={data} />}</QueryState>
    </PageFrame>
  )
}

function Deeds({ file }: { file: CustomerFile }) {
  const { t } = useTranslation('customers')
  const [dialog, setDialog] = useState<'reveal' | 'edit' | null>(null)
  const close = () => setDialog(null)
  return (
    <>
      {file.can.includes('reveal') ? (
        <Button onClick={() => setDialog('reveal')}>{t('reveal.do')}</Button>
      ) : null}
      {file.can.includes('edit') ? <Button onClick={() => setDialog('edit')}>{t('edit.do')}</Button> : null}
      {dialog === 'reveal' ? <RevealDialog file={file} close={close} /> : null}
      {dialog === 'edit' ? <EditDialog file={file} close={close} /> : null}
    </>
  )
}

function File({ file }: { file: CustomerFile }) {
  const { t } = useTranslation('customers')
  const [tab, setTab] = useState<'history' | 'changes'>('history')
  const loud = file.traits.filter((trait) => trait.loud)
  return (
    <>
      <header className={styles.head}>
        <p className={styles.facts}>
          <span>{file.number}</span>
          <em data-value={file.value}>{t(`value.${file.value}`)}</em>
          {file.birthday ? (
            <span>{t(file.birthdayLunar ? 'birthday.lunar' : 'birthday.solar', { day: file.birthday })}</span>
          ) : null}
          {file.language ? <span>{t(`language.${file.language}`)}</span> : null}
          {file.tags.map((tag) => (
            <i key={tag}>{tag}</i>
          ))}
        </p>
        {loud.length ? <Taboos taboos={loud} /> : null}
        <Figures file={file} />
      </header>
      <Proposals file={file} />
      <div className={styles.columns}>
        <div>
          <CustomerOrders customerId={file.id} />
          <div className={styles.tabs}>
            {(['history', 'changes'] as const).map((key) => (
              <button key={key} type="button" aria-pressed={tab === key} onClick={() => setTab(key)}>
                {t(`tab.${key}`)}
              </button>
            ))}
          </div>
          {tab === 'history' ? <HistoryList id={file.id} /> : <ChangeList id={file.id} />}
        </div>
        <div>
          <IdentityPart file={file} />
          <TraitPart file={file} />
          <AddressPart file={file} />
          <NotePart file={file} />
          <ConsentPart file={file} />
          <MergedPart file={file} />
        </div>
      </div>
    </>
  )
}
