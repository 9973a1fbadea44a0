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
    copyText(text).then(() => {
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

/** The clipboard needs a secure address; on a plain one in the shop's own network the old way still works. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (!copied) throw new Error(text)
}
