import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bulk, Export } from '#contracts/tickets/inbox'
import { CloseIcon } from '../../../ui/icons.tsx'
import { useProblem } from '../../../ui/use-problem.ts'
import { isMoving, useBulks, useExports, useRemoveExport, useUndoBulk } from './inbox-queries.ts'
import styles from './WorkTray.module.css'

const HIDDEN = 'huiyin.tray.hidden'
/** What ended so long ago is no news. */
const NEWS_MS = 30 * 60_000

/** What goes on in the background for this person: deeds on many tickets and files, with progress, problems, undo and download. */
export function WorkTray() {
  const { t } = useTranslation('inbox')
  const [hidden, hide] = useHidden()
  const isNews = (one: { id: string; endedAt: string | null }) =>
    !hidden.includes(one.id) && (one.endedAt === null || Date.now() - Date.parse(one.endedAt) < NEWS_MS)
  const bulks = (useBulks().data ?? []).filter(isNews)
  const files = (useExports().data ?? []).filter(isNews).filter((one) => one.state !== 'cancelled')
  if (!bulks.length && !files.length) return null
  return (
    <section className={styles.tray} aria-label={t('tray')}>
      {bulks.map((bulk) => (
        <BulkCard key={bulk.id} bulk={bulk} hide={() => hide(bulk.id)} />
      ))}
      {files.map((file) => (
        <FileCard key={file.id} file={file} hide={() => hide(file.id)} />
      ))}
    </section>
  )
}

function useHidden(): [string[], (id: string) => void] {
  const [hidden, setHidden] = useState<string[]>(() => (sessionStorage.getItem(HIDDEN) ?? '').split(' '))
  return [
    hidden,
    (id) => {
      const next = [...hidden, id].slice(-40)
      sessionStorage.setItem(HIDDEN, next.join(' '))
      setHidden(next)
    },
  ]
}

function BulkCard({ bulk, hide }: { bulk: Bulk; hide: () => void }) {
  const { t } = useTranslation('inbox')
  const [open, setOpen] = useState(false)
  const undo = useUndoBulk()
  const problem = useProblem()
  const { deed, state, total, todo, done, undone } = bulk
  const auto = deed.kind === 'assign' && deed.to === 'auto'
  const name = t(`bulk.state.${auto ? 'assignAuto' : deed.kind}`, { to: bulk.toName })
  const moving = isMoving(bulk)
  const seen = state === 'running' ? total - todo : state === 'undoing' ? total - done : total
  return (
    <Card
      title={t(`bulk.${state}`, { deed: name, count: state === 'undone' ? undone : done })}
      hide={moving ? null : hide}
      progress={moving ? { at: seen, of: total } : null}
    >
      {bulk.failed + bulk.left > 0 ? (
        <button type="button" className={styles.why} aria-expanded={open} onClick={() => setOpen(!open)}>
          {bulk.left > 0 ? t('bulk.left', { count: bulk.left }) : t('bulk.failed', { count: bulk.failed })} ·{' '}
          {t('bulk.why')}
        </button>
      ) : null}
      {bulk.canUndo ? (
        <Button
          size="small"
          loading={undo.isPending}
          onClick={() => undo.mutate(bulk.id, { onError: problem })}
        >
          {t(state === 'running' ? 'bulk.stop' : 'bulk.undo')}
        </Button>
      ) : null}
      {open ? (
        <ul className={styles.problems}>
          {bulk.problems.map((one) => (
            <li key={one.ticketId}>
              <a href={`/tickets/${one.ticketId}`}>{one.number}</a> {one.title}
              <small>{one.reason}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  )
}

function FileCard({ file, hide }: { file: Export; hide: () => void }) {
  const { t, i18n } = useTranslation('inbox')
  const remove = useRemoveExport()
  const problem = useProblem()
  const { state, rows, total } = file
  const running = state === 'running'
  const number = (n: number) => new Intl.NumberFormat(i18n.language).format(n)
  const words =
    running && rows === 0 && total === null
      ? t('export.preparing')
      : t(running && total === null ? 'export.runningUnknown' : `export.${state}`, {
          rows: number(rows),
          total: number(total ?? rows),
        })
  return (
    <Card title={words} hide={running ? null : hide} progress={running ? { at: rows, of: total ?? 0 } : null}>
      {state === 'done' ? (
        <a className={styles.download} href={`/api/exports/${file.id}/file`} download={file.fileName}>
          {t('export.download')} · {sizeOf(file.bytes)}
        </a>
      ) : null}
      {running ? (
        <Button size="small" onClick={() => remove.mutate(file.id, { onError: problem })}>
          {t('export.cancel')}
        </Button>
      ) : null}
    </Card>
  )
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}

type CardProps = {
  title: string
  hide: (() => void) | null
  progress: { at: number; of: number } | null
  children: ReactNode
}

function Card({ title, hide, progress, children }: CardProps) {
  const { t } = useTranslation('inbox')
  return (
    <article className={styles.card}>
      <header>
        <b role="status">{title}</b>
        {progress?.of ? <span>{t('bulk.progress', { done: progress.at, total: progress.of })}</span> : null}
        {hide ? (
          <button type="button" aria-label={t('bulk.hide')} title={t('bulk.hide')} onClick={hide}>
            <CloseIcon size={14} />
          </button>
        ) : null}
      </header>
      {progress ? (
        <progress aria-label={title} max={progress.of || 1} value={progress.of ? progress.at : undefined} />
      ) : null}
      <div className={styles.foot}>{children}</div>
    </article>
  )
}
