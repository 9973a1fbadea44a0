import { InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Import,
  type ImportMapping,
  ImportPlatform,
  type ImportSetup,
  RatingScale,
} from '#contracts/tickets/import'
import { Section } from '../../ui/Section.tsx'
import styles from './import.module.css'

type Props = {
  file: Import
  setup: ImportSetup
  mapping: ImportMapping
  change: (some: Partial<ImportMapping>) => void
}
const MOST_HEADER = 10

/** Where the headings are, where the file comes from, and what is done with rows that could be read in more than one way. */
export function OptionFields({ file, setup, mapping, change }: Props) {
  const { t } = useTranslation('import')
  const sheets = setup.sheets
    .map(({ name, rows }, value) => ({ value, rows, label: t('setup.sheetRows', { name, count: rows }) }))
    .filter(({ rows }) => rows > 0)
  const fixed = setup.sheets[mapping.sheet]?.fixedHeadings ?? false
  const headers = Array.from({ length: MOST_HEADER + 1 }, (_, n) => ({
    value: n,
    label: n ? t('setup.headerRow', { n }) : t('setup.headerNone'),
  }))
  const choices = <T extends string>(of: readonly T[], word: (one: T) => string) =>
    of.map((value) => ({ value, label: word(value) }))
  const reviews = file.what === 'reviews'
  return (
    <Section title={t('setup.options')}>
      <div className={styles.columns}>
        {sheets.length > 1 ? (
          <Field word="setup.sheet">
            <Select
              aria-label={t('setup.sheet')}
              value={mapping.sheet}
              options={sheets}
              onChange={(sheet) => change({ sheet })}
            />
          </Field>
        ) : null}
        {fixed ? null : (
          <Field word="setup.header">
            <Select
              aria-label={t('setup.header')}
              value={mapping.header}
              options={headers}
              onChange={(header) => change({ header })}
            />
          </Field>
        )}
        {file.what === 'customers' ? null : (
          <>
            <Field word="setup.platform">
              <Select
                aria-label={t('setup.platform')}
                value={mapping.platform}
                options={choices(ImportPlatform.options, (one) => t(`platform.${one}`))}
                onChange={(platform) => change({ platform })}
              />
            </Field>
            <Field word="setup.shop">
              <Select
                aria-label={t('setup.shop')}
                value={mapping.shopId ?? undefined}
                placeholder={t('setup.shopNone')}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                options={setup.shops.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(shopId) => change({ shopId: shopId ?? null })}
              />
            </Field>
            <Field word="setup.unknownShop">
              <Select
                aria-label={t('setup.unknownShop')}
                value={mapping.unknownShop}
                options={choices(['refuse', 'none'] as const, (one) =>
                  t(`setup.unknownShop${one === 'refuse' ? 'Refuse' : 'None'}`),
                )}
                onChange={(unknownShop) => change({ unknownShop })}
              />
            </Field>
          </>
        )}
        {reviews ? (
          <>
            <Field word="setup.scale">
              <Select
                aria-label={t('setup.scale')}
                value={mapping.scale}
                options={choices(RatingScale.options, (one) => t(`scale.${one}`))}
                onChange={(scale) => change({ scale })}
              />
            </Field>
            <Field word="setup.historyDays">
              <InputNumber
                aria-label={t('setup.historyDays')}
                min={0}
                max={3650}
                precision={0}
                suffix={t('setup.days')}
                value={mapping.historyDays}
                onChange={(days) => (days === null ? undefined : change({ historyDays: days }))}
              />
            </Field>
            <Field word="setup.untimed">
              <Select
                aria-label={t('setup.untimed')}
                value={mapping.untimed}
                options={choices(['history', 'live'] as const, (one) =>
                  t(`setup.untimed${one === 'history' ? 'History' : 'Live'}`),
                )}
                onChange={(untimed) => change({ untimed })}
              />
            </Field>
          </>
        ) : null}
      </div>
      {reviews ? <p className={styles.note}>{t('setup.historyHint')}</p> : null}
    </Section>
  )
}

function Field({ word, children }: { word: string; children: ReactNode }) {
  const { t } = useTranslation('import')
  return (
    <div className={styles.column}>
      <span>{t(word as 'setup.sheet')}</span>
      {children}
    </div>
  )
}
