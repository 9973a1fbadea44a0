import { InputNumber } from 'antd'
import { useId } from 'react'
import styles from './fields.module.css'

type Props = {
  label: string
  value: number
  unit: string
  min: number
  max: number
  /** Absent: to read only. */
  onChange?: ((value: number) => void) | undefined
}

/** One number of the playbook with its sentence and its unit. */
export function NumberLine({ label, value, unit, min, max, onChange }: Props) {
  const id = useId()
  return (
    <li className={styles.number}>
      <label htmlFor={id}>{label}</label>
      {onChange ? (
        <span>
          <InputNumber
            id={id}
            min={min}
            max={max}
            precision={0}
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
