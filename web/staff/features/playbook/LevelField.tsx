import { Segmented } from 'antd'
import type { Text } from '#contracts/kit'
import styles from './fields.module.css'
import { shortScale } from './use-playbook-words.ts'

type Props = {
  label: string
  scale: readonly Text[]
  say: (text: Text) => string
  value: number
  onChange: (level: number) => void
}

/** One of the four steps of a scale, by its own name. */
export function LevelField({ label, scale, say, value, onChange }: Props) {
  const chosen = scale[value - 1]
  return (
    <div className={styles.field}>
      <span>{label}</span>
      <Segmented
        block
        aria-label={label}
        value={value}
        options={scale.map((text, i) => ({ value: i + 1, label: shortScale(say(text)).name }))}
        onChange={onChange}
      />
      <small>{chosen ? say(chosen) : null}</small>
    </div>
  )
}
