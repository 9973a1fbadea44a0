import { App, Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Import } from '#contracts/tickets/import'
import { Section } from '../../ui/Section.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import styles from './import.module.css'
import { useMoveImport } from './import-queries.ts'
import { Counts, Downloads, Emergencies } from './ResultPart.tsx'

export function ReadingPart({ file }: { file: Import }) {
  const { t } = useTranslation('import')
  return (
    <Section title={t('reading.title', { name: file.fileName })} hint={t('reading.hint')}>
      <p role="status" className={styles.status}>
        {t('reading.rows', { count: file.counts.seen })}
      </p>
      <Progress percent={100} status="active" showInfo={false} aria-label={t('progress.label')} />
      <div className={styles.actions}>
        <StopButton file={file} />
      </div>
    </Section>
  )
}

/** How far it is; it can rest, go on, or end. */
export function RunningPart({ file }: { file: Import }) {
  const { t, i18n } = useTranslation('import')
  const move = useMoveImport(file.id)
  const problem = useProblem()
  const { seen, total } = file.counts
  const number = new Intl.NumberFormat(i18n.language)
  const paused = file.state === 'paused'
  const left = paused ? '' : timeLeft(file)
  const title = paused
    ? t('result.paused', { name: file.fileName })
    : `${t('state.running')} · ${file.fileName}`
  return (
    <>
      <Section title={title} hint={paused ? null : t('progress.hint')}>
        {file.problem ? (
          <p role="alert" className={styles.problem}>
            {t(`problem.${file.problem.code}`, file.problem.data)}
          </p>
        ) : null}
        <Progress
          percent={total ? Math.floor((100 * seen) / total) : 0}
          status={paused ? 'normal' : 'active'}
          aria-label={t('progress.label')}
        />
        <p role="status" className={styles.status}>
          {t('progress.rows', { seen: number.format(seen), total: number.format(total) })}
          {left ? ` · ${left === 'soon' ? t('progress.soon') : t('progress.left', { minutes: left })}` : ''}
        </p>
        <Counts file={file} />
        <div className={styles.actions}>
          <Button
            type={paused ? 'primary' : 'default'}
            loading={move.isPending}
            onClick={() => move.mutate(paused ? 'running' : 'paused', { onError: problem })}
          >
            {t(paused ? 'do.resume' : 'do.pause')}
          </Button>
          <StopButton file={file} />
          {paused ? <Downloads file={file} /> : null}
        </div>
      </Section>
      <Emergencies file={file} />
    </>
  )
}

/** Whole minutes, from the pace so far; nothing while there is too little to tell from. */
function timeLeft({ counts, startedAt }: Import): string {
  const ran = startedAt ? Date.now() - Date.parse(startedAt) : 0
  if (counts.seen < 200 || ran < 3000) return ''
  const minutes = ((counts.total - counts.seen) * ran) / counts.seen / 60_000
  return minutes < 1 ? 'soon' : String(Math.ceil(minutes))
}

export function StopButton({ file }: { file: Import }) {
  const { t } = useTranslation(['import', 'common'])
  const { modal } = App.useApp()
  const move = useMoveImport(file.id)
  const problem = useProblem()
  const begun = file.state === 'running' || file.state === 'paused'
  const ask = () =>
    modal.confirm({
      title: t(begun ? 'do.cancelTitle' : 'do.discardTitle', { name: file.fileName }),
      content: t(begun ? 'do.cancelHint' : 'do.discardHint', { count: file.counts.good }),
      okText: t(begun ? 'do.cancel' : 'do.discard'),
      okButtonProps: { danger: true },
      cancelText: t('common:action.cancel'),
      onOk: () => move.mutateAsync('cancelled').then(() => {}, problem),
    })
  return <Button onClick={ask}>{t(begun ? 'do.cancel' : 'do.discard')}</Button>
}
