import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JudgedField, TriageQuality } from '#contracts/language'
import { useCan } from '../../app/session.ts'
import { Choice } from '../../ui/Choice.tsx'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { Empty, NoPermission } from '../../ui/states.tsx'
import { AgreementChart } from './AgreementChart.tsx'
import { AgreementTable } from './AgreementTable.tsx'
import { Confusions } from './Confusions.tsx'
import { Learning } from './Learning.tsx'
import styles from './language.module.css'
import { useTriageQuality } from './language-queries.ts'
import { FIELDS, percent } from './shares.ts'

const PERIODS = [12, 26, 52]

/** 判断质量: how far the system's judgement and people's agree, what is mixed up, and what has been learnt from it. */
export function TriageQualityPage() {
  const { t } = useTranslation('language')
  const may = useCan('tickets.readTriageQuality')
  return (
    <PageFrame title={t('title')} hint={t('hint')}>
      {may ? <Quality /> : <NoPermission />}
    </PageFrame>
  )
}

function Quality() {
  const { t } = useTranslation('language')
  const [weeks, setWeeks] = useState(12)
  const quality = useTriageQuality(weeks)
  return (
    <>
      <div className={styles.period}>
        <Choice
          label={t('period')}
          options={PERIODS}
          chosen={weeks}
          choose={setWeeks}
          say={(one) => t('weeks', { count: one })}
        />
      </div>
      <QueryState query={quality}>
        {(data) =>
          data.total.kind.n === 0 ? <Empty title={t('none')} hint={t('noneHint')} /> : <Figures data={data} />
        }
      </QueryState>
      <Learning />
    </>
  )
}

function Figures({ data }: { data: TriageQuality }) {
  const { t } = useTranslation('language')
  const rows = { kind: data.kinds, category: data.categories, severity: data.severities }
  return (
    <>
      <dl className={styles.totals}>
        {FIELDS.map((field) => (
          <Total key={field} field={field} {...data.total[field]} />
        ))}
      </dl>
      <AgreementChart weeks={data.weeks} />
      {FIELDS.map((field) => (
        <Section
          key={field}
          title={t(`by.${field}`)}
          hint={field === 'severity' ? t('severityOnly') : undefined}
        >
          <AgreementTable rows={rows[field]} label={t(`by.${field}`)} />
        </Section>
      ))}
      <Section title={t('confusion.title')} hint={t('confusion.hint')}>
        <Confusions all={data.confusions} />
      </Section>
    </>
  )
}

function Total({ field, n, agreed }: { field: JudgedField; n: number; agreed: number }) {
  const { t } = useTranslation('language')
  return (
    <div>
      <dt>
        <i data-field={field} />
        {t(`field.${field}`)}
      </dt>
      <dd>{percent(agreed, n)}</dd>
      <dd className={styles.quiet}>{t('of', { agreed, count: n })}</dd>
      {field === 'severity' ? <dd className={styles.quiet}>{t('severityCounted')}</dd> : null}
    </div>
  )
}
