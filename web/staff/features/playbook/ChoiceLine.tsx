import { Select } from 'antd'
import { useId } from 'react'
import styles from './fields.module.css'

type Props<T extends string> = {
  label: string
  hint: string
  value: T
  options: { value: T; label: string }[]
  /** Absent: to read only. */
  onChange?: ((value: T) => void) | undefined
}

/** One choice of the playbook with its sentence. */
export function ChoiceLine<T extends string>({ label, hint, value, options, onChange }: Props<T>) {
  const id = useId()
  return (
    <li className={styles.number}>
      <div>
        <label htmlFor={id}>{label}</label>
        <small id={`${id}-hint`}>{hint}</small>
      </div>
      {onChange ? (
        <Select
          id={id}
          aria-describedby={`${id}-hint`}
          popupMatchSelectWidth={false}
          value={value}
          options={options}
          onChange={onChange}
        />
      ) : (
        <b>{options.find((option) => option.value === value)?.label}</b>
      )}
    </li>
  )
}
