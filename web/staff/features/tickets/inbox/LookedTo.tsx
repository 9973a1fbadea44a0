import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import styles from './LookedTo.module.css'

type Props = { at: string; found: boolean; busy: boolean; go: () => void }

/** A filter that little fits was looked for back to here and not further; whoever wants to know goes on. */
export function LookedTo({ at, found, busy, go }: Props) {
  const { t, i18n } = useTranslation('inbox')
  const date = formatInstant(at, 'full', i18n.language, useZone())
  return (
    <div className={styles.looked} role="status">
      <p>{t(found ? 'looked.some' : 'looked.none', { date })}</p>
      <Button size="small" loading={busy} onClick={go}>
        {t(busy ? 'looked.busy' : 'looked.go')}
      </Button>
    </div>
  )
}
