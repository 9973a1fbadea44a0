import { Select } from 'antd'
import { useId } from 'react'
import fieldsStyles from '../fields.module.css'

type Props<T extends string> = {
  label: string
  hint?: string
  value: T
  options: { value: T; label: string }[]
  onChange: (value: T) => void
}

/** One of a few, under its label. */
export function Choice<T extends string>({ label, hint, value, options, onChange }: Props<T>) {
  const id = useId()
  return (
    <div className={fieldsStyles.field}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} options={options} onChange={onChange} />
      {hint ? <small>{hint}</small> : null}
    </div>
  )
}
