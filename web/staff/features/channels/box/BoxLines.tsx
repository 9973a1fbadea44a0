import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CodeView } from '../channel-queries.ts'
import { TurnCode } from '../TurnCode.tsx'
import styles from './box.module.css'

type Props = { codes: CodeView[]; mayChange: boolean; onSetUp: (code: CodeView) => void }

/** Codes that nobody prints here: a till prints them on its slips, or a tablet shows them. */
export function BoxLines({ codes, mayChange, onSetUp }: Props) {
  const { t } = useTranslation(['box', 'channels'])
  if (codes.length === 0) return null
  return (
    <ul className={styles.lines}>
      {codes.map((code) => (
        <li key={code.id} className={styles.line} data-on={code.on}>
          <span>
            <strong>{code.label}</strong>
            <small>
              {t(`channels:code.place.${code.place}`)}
              {code.place === 'slip' ? ` · ${t('channels:code.scans', { count: code.scans })}` : ''}
              {code.on ? '' : ` · ${t('channels:code.stopped')}`}
            </small>
          </span>
          {mayChange ? (
            <>
              <Button onClick={() => onSetUp(code)} disabled={!code.on}>
                {t(code.place === 'slip' ? 'line.slip' : 'line.kiosk')}
              </Button>
              <TurnCode code={code} />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
