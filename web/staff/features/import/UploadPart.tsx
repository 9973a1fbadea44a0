import { Radio, Spin } from 'antd'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IMPORT_LIMIT, ImportWhat } from '#contracts/tickets/import'
import { ImportIcon } from '../../ui/icons.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './import.module.css'
import { useUpload } from './import-queries.ts'

/** What is in the file, and the file. */
export function UploadPart({ opened }: { opened: (id: string) => void }) {
  const { t, i18n } = useTranslation('import')
  const [what, setWhat] = useState<ImportWhat>('reviews')
  const [over, setOver] = useState(false)
  const upload = useUpload()
  const problem = useProblem()
  const bring = (files: FileList | null) => {
    const [file, ...others] = files ?? []
    if (!file || upload.isPending) return
    if (others.length) return problem(new Error(t('drop.one')))
    upload.mutate({ file, what }, { onSuccess: ({ id }) => opened(id), onError: problem })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    bring(event.dataTransfer.files)
  }
  const limits = {
    mb: IMPORT_LIMIT.packedBytes / 1024 / 1024,
    rows: new Intl.NumberFormat(i18n.language).format(IMPORT_LIMIT.rows),
  }
  return (
    <section className={styles.upload} aria-label={t('new')}>
      <Radio.Group
        aria-label={t('what.label')}
        className={styles.what}
        value={what}
        onChange={(event) => setWhat(event.target.value as ImportWhat)}
      >
        {ImportWhat.options.map((one) => (
          <Radio key={one} value={one}>
            <b>{t(`what.${one}`)}</b>
            <small>{t(`what.${one}Hint`)}</small>
          </Radio>
        ))}
      </Radio.Group>
      <label
        className={styles.drop}
        data-over={over}
        data-busy={upload.isPending}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {upload.isPending ? <Spin /> : <ImportIcon size={26} />}
        <b role="status">
          {upload.isPending ? t('drop.sending', { name: upload.variables.file.name }) : t('drop.title')}
        </b>
        <span>{t('drop.hint', limits)}</span>
        <input
          type="file"
          className="sr-only"
          disabled={upload.isPending}
          onChange={(event) => {
            bring(event.target.files)
            event.target.value = ''
          }}
        />
      </label>
    </section>
  )
}
