import { Input, Select } from 'antd'
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { Investigation } from '#contracts/tickets/investigation'
import { FindingsBar } from './FindingsBar.tsx'
import styles from './Investigation.module.css'
import { useFindings } from './use-findings.ts'
import { useSaveFindings } from './use-save-findings.ts'
import { WhyChain } from './WhyChain.tsx'

/** The chain of whys, the cause, the measure and the conclusion, written at once; ⌘⏎ saves. */
export function FindingsForm({ ticket, record }: { ticket: Ticket; record: Investigation }) {
  const { t } = useTranslation('investigation')
  const id = useId()
  const findings = useFindings(ticket.id, record)
  const saving = useSaveFindings(ticket.id, findings)
  const { mine, change } = findings
  const keys = (event: KeyboardEvent) => {
    const sends = (event.key === 'Enter' || event.key === 's') && (event.metaKey || event.ctrlKey)
    if (!sends) return
    event.preventDefault()
    if (findings.dirty && !findings.clash) saving.save()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of every field inside
    <div className={styles.form} onKeyDown={keys}>
      <div className={styles.part}>
        <h3>{t('why.title')}</h3>
        <p className={styles.hint}>{t('why.hint')}</p>
        <WhyChain start={ticket.title} whys={mine.whys} change={(whys) => change({ whys })} />
      </div>
      <div className={styles.two}>
        <div className={styles.field}>
          <label htmlFor={`${id}-cause`}>{t('cause.label')}</label>
          <Select
            id={`${id}-cause`}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('cause.choose')}
            notFoundContent={t('cause.none')}
            value={mine.cause ?? undefined}
            options={useCauses(record)}
            onChange={(cause: string | undefined) => change({ cause: cause ?? null })}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-note`}>{t('cause.note')}</label>
          <Input
            id={`${id}-note`}
            value={mine.causeNote}
            maxLength={2000}
            placeholder={t('cause.notePlaceholder')}
            onChange={(event) => change({ causeNote: event.target.value })}
          />
        </div>
      </div>
      {(['measure', 'conclusion'] as const).map((part) => (
        <div key={part} className={styles.field}>
          <label htmlFor={`${id}-${part}`}>{t(`${part}.label`)}</label>
          <textarea
            id={`${id}-${part}`}
            className={styles.area}
            rows={2}
            maxLength={2000}
            value={mine[part]}
            placeholder={t(`${part}.placeholder`)}
            onChange={(event) => change({ [part]: event.target.value })}
          />
        </div>
      ))}
      <FindingsBar record={record} findings={findings} saving={saving} />
    </div>
  )
}

/** Grouped as the playbook groups them, in its order. */
function useCauses(record: Investigation) {
  const { t } = useTranslation('investigation')
  const groups = Map.groupBy(record.causes, (cause) => cause.group)
  return [...groups].map(([group, causes]) => ({
    label: t(`group.${group}`),
    options: causes.map(({ key, name }) => ({ value: key, label: name })),
  }))
}
