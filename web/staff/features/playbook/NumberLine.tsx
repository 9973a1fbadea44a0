import { InputNumber } from 'antd'
import { useId } from 'react'
import styles from './fields.module.css'

type Props = {
  label: string
  /** What it is good for, in a sentence. */
  hint?: string
  value: number
  unit: string
  min: number
  max: number
  /** How many digits after the point. */
  precision?: number
  /** Absent: to read only. */
  onChange?: ((value: number) => void) | undefined
}

/** One number of the playbook with its sentence and its unit. */
export function NumberLine({ label, hint, value, unit, min, max, precision = 0, onChange }: Props) {
  const id = useId()
  return (
    <li className={styles.number}>
      <div>
        <label htmlFor={id}>{label}</label>
        {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
      </div>
      {onChange ? (
        <span>
          <InputNumber
            id={id}
            aria-describedby={hint ? `${id}-hint` : undefined}
            min={min}
            max={max}
            precision={precision}
            step={precision ? 10 ** -precision : 1}
            value={value}
            onChange={(next) => next !== null && onChange(next)}
          />
          {unit}
        </span>
      ) : (
        <b>
          {value} {unit}
        </b>
      )}
    </li>
  )
}
