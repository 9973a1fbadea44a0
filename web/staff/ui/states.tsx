import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EchoIcon, LockIcon, WarnIcon } from './icons.tsx'
import styles from './states.module.css'

type StateProps = {
  title: string
  hint?: ReactNode | undefined
  icon?: ReactNode
  actions?: ReactNode
  alert?: boolean
}

function State({ title, hint, icon, actions, alert }: StateProps) {
  return (
    <div className={styles.state} role={alert ? 'alert' : undefined}>
      {icon}
      <h2>{title}</h2>
      {hint ? <p>{hint}</p> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  )
}

/** Nothing is here, and that is said in a sentence, with a way on where there is one. */
export function Empty(props: { title: string; hint?: ReactNode; actions?: ReactNode }) {
  return <State icon={<EchoIcon size={28} />} {...props} />
}

/** Something went wrong; `retry` tries the same again. The problem's own sentence is shown. */
export function Failed({ error, retry, title }: { error: unknown; retry?: () => void; title?: string }) {
  const { t } = useTranslation()
  const detail = error instanceof Error && 'code' in error ? error.message : t('state.brokenHint')
  return (
    <State
      alert
      icon={<WarnIcon size={28} />}
      title={title ?? t('state.failed')}
      hint={detail}
      actions={retry ? <Button onClick={retry}>{t('state.retry')}</Button> : null}
    />
  )
}

export function NoPermission({ hint }: { hint?: string }) {
  const { t } = useTranslation()
  return (
    <State
      icon={<LockIcon size={28} />}
      title={t('state.noPermission')}
      hint={hint ?? t('state.noPermissionHint')}
    />
  )
}

/** Grey lines in the shape of what comes. */
export function LinesSkeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation()
  return (
    <div className={styles.lines} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
        <Bone key={i} width={`${[72, 94, 58, 86, 66, 90][i % 6]}%`} />
      ))}
    </div>
  )
}

/** Grey blocks in the place of a list's lines. Units: pixels. */
export function Bones({ height, count = 6 }: { height: number; count?: number }) {
  return (
    <div aria-hidden className={styles.bones}>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks never move
        <Bone key={i} width="100%" height={height} />
      ))}
    </div>
  )
}

export function Bone({ width, height }: { width: number | string; height?: number }) {
  return <div className={styles.bone} style={{ width, height }} />
}
