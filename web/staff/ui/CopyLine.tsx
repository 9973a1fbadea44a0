import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './CopyLine.module.css'
import { useProblem } from './use-problem.ts'

type Props = { text: string; label: string; multiline?: boolean }

/** Something to take along: a link, a key, a command. The button copies it and says so. */
export function CopyLine({ text, label, multiline }: Props) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const problem = useProblem()
  const copy = () =>
    navigator.clipboard.writeText(text).then(() => {
      setCopied(true)
      setTimeout(() => setCopied(false), 2000)
    }, problem)
  return (
    <div className={multiline ? `${styles.line} ${styles.block}` : styles.line}>
      <code className={styles.text}>{text}</code>
      <Button onClick={copy} aria-label={label}>
        {copied ? t('action.copied') : t('action.copy')}
      </Button>
    </div>
  )
}
