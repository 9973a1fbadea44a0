import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  IMPORT_FIELDS,
  IMPORT_NEEDS,
  type Import,
  type ImportField,
  type ImportMapping,
  type ImportSetup,
} from '#contracts/tickets/import'
import { QueryState } from '../../ui/QueryState.tsx'
import { Section } from '../../ui/Section.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './import.module.css'
import { setupQuery, useMoveImport, useSaveMapping } from './import-queries.ts'
import { OptionFields } from './OptionFields.tsx'
import { PreviewPart } from './PreviewPart.tsx'
import { StopButton } from './RunningPart.tsx'

/** Which column is what, what the first rows become, and the button that lets it run. */
export function SetupPart({ file }: { file: Import }) {
  const setup = useQuery(setupQuery(file.id))
  return <QueryState query={setup}>{(data) => <Setup file={file} setup={data} />}</QueryState>
}

function Setup({ file, setup }: { file: Import; setup: ImportSetup }) {
  const { t } = useTranslation('import')
  const save = useSaveMapping(file.id)
  const move = useMoveImport(file.id)
  const problem = useProblem()
  // What was just chosen stands there at once; the server's answer replaces it.
  const mapping = save.isPending ? save.variables : setup.mapping
  const change = (some: Partial<ImportMapping>) => save.mutate({ ...mapping, ...some }, { onError: problem })
  const ready = IMPORT_NEEDS[file.what].every((field) => mapping.columns[field] !== undefined)
  return (
    <>
      <Section
        title={`${t('setup.columns')} · ${file.fileName}`}
        hint={setup.remembered ? t('setup.remembered') : t('setup.columnsHint')}
      >
        <div className={styles.columns}>
          {IMPORT_FIELDS[file.what].map((field) => (
            <ColumnField
              key={field}
              field={field}
              file={file}
              setup={setup}
              mapping={mapping}
              change={change}
            />
          ))}
        </div>
      </Section>
      <OptionFields file={file} setup={setup} mapping={mapping} change={change} />
      <PreviewPart file={file} mapping={setup.mapping} />
      <div className={styles.foot}>
        <Button
          type="primary"
          size="large"
          disabled={!ready || save.isPending || file.counts.total === 0}
          loading={move.isPending}
          onClick={() => move.mutate('running', { onError: problem })}
        >
          {t('do.runRows', { count: file.counts.total })}
        </Button>
        <StopButton file={file} />
      </div>
    </>
  )
}

type FieldProps = {
  field: ImportField
  file: Import
  setup: ImportSetup
  mapping: ImportMapping
  change: (some: Partial<ImportMapping>) => void
}

function ColumnField({ field, file, setup, mapping, change }: FieldProps) {
  const { t } = useTranslation('import')
  const needed = IMPORT_NEEDS[file.what].includes(field)
  const missing = needed && mapping.columns[field] === undefined
  const options = setup.headings.map(({ name, sample }, at) => {
    const shown = name || t('setup.noName', { n: at + 1 })
    return {
      value: at,
      label: sample ? t('setup.sample', { name: shown, sample: sample.slice(0, 24) }) : shown,
    }
  })
  const choose = (at: number | undefined) => {
    const { [field]: _before, ...others } = mapping.columns
    change({ columns: at === undefined ? others : { ...others, [field]: at } })
  }
  return (
    <div className={styles.column} data-missing={missing}>
      <span>
        {t(`field.${field}`)}
        {needed ? <i>{t('need')}</i> : null}
      </span>
      <Select
        aria-label={t(`field.${field}`)}
        value={mapping.columns[field]}
        placeholder={t('setup.notMapped')}
        status={missing ? 'error' : undefined}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={options}
        onChange={choose}
      />
    </div>
  )
}
