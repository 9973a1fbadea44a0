import { Form, Input, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '#contracts/channels/connect'
import { ChevronIcon } from '../../../ui/icons.tsx'
import styles from './connect.module.css'
import { SecretInput } from './SecretInput.tsx'
import { type Filled, secretsAskedAgain } from './setup-values.ts'

type Field = Connection['fields'][number]
type Props = {
  connection: Connection
  /** The field that was refused: if it is folded away, the fold opens. */
  refused: string
  onChanged: () => void
}

/** The fields in the order of the connector; what is rarely changed stands behind a fold. */
export function SetupFields({ connection, refused, onChanged }: Props) {
  const { t } = useTranslation('channels')
  const [unfolded, setUnfolded] = useState(false)
  const filled = Form.useWatch<Filled>([]) ?? {}
  const again = secretsAskedAgain(connection, filled)
  const { fields } = connection
  const plain = fields.filter((field) => !field.advanced)
  const advanced = fields.filter((field) => field.advanced)
  const open = unfolded || advanced.some((field) => field.key === refused)
  const draw = (field: Field) => (
    <SetupField
      key={field.key}
      field={field}
      connection={connection}
      again={again.has(field.key)}
      onChanged={onChanged}
    />
  )
  return (
    <>
      {fields.length === 0 ? <p className={styles.soft}>{t('connect.nothing')}</p> : null}
      {plain.map(draw)}
      {advanced.length ? (
        <>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            onClick={() => setUnfolded(!open)}
          >
            <ChevronIcon size={14} />
            {t('connect.advanced')}
          </button>
          {/* Hidden and not taken out: what is folded away is saved like the rest. */}
          <div hidden={!open}>{advanced.map(draw)}</div>
        </>
      ) : null}
    </>
  )
}

type FieldProps = {
  field: Field
  connection: Connection
  /** A secret whose address is being changed: the old one is not kept. */
  again: boolean
  onChanged: () => void
}

function SetupField({ field, connection, again, onChanged }: FieldProps) {
  const own = `connect-${connection.kind}`
  const { t } = useTranslation([own, 'channels'])
  const label = t(`${own}:field.${field.key}.label`, { defaultValue: field.key })
  const hint = t(`${own}:field.${field.key}.hint`, { defaultValue: '' })
  const group = t(`${own}:group.${field.key}`, { defaultValue: '' })
  const tail = again ? undefined : connection.secrets[field.key]
  const missing = { required: true, message: t('channels:connect.fieldMissing', { label }) }
  const needed = again || (field.required && tail === undefined)
  const rules = needed && field.sort !== 'switch' ? [missing] : []
  const extra =
    hint || field.confirm || again ? (
      <>
        {again ? <strong className={styles.again}>{t('channels:connect.secretAgain')}</strong> : null}
        {hint}
        {field.confirm ? <em className={styles.mark}>{t('channels:connect.confirmMark')}</em> : null}
      </>
    ) : undefined
  return (
    <>
      {group ? <h3 className={styles.group}>{group}</h3> : null}
      <Form.Item
        name={field.key}
        label={label}
        extra={extra}
        rules={rules}
        valuePropName={field.sort === 'switch' ? 'checked' : 'value'}
      >
        {field.sort === 'secret' ? (
          <SecretInput tail={tail} removable={!field.required} onTouched={onChanged} />
        ) : (
          <PlainInput field={field} own={own} />
        )}
      </Form.Item>
    </>
  )
}

/** antd hands id, value and onChange to it. */
function PlainInput({ field, own, ...input }: { field: Field; own: string }) {
  const { t } = useTranslation([own, 'channels'])
  if (field.sort === 'number') return <InputNumber {...input} className={styles.number ?? ''} />
  if (field.sort === 'switch') return <Switch {...input} />
  if (field.sort === 'long')
    return (
      <Input.TextArea
        {...input}
        autoSize={{ minRows: 4, maxRows: 14 }}
        maxLength={20_000}
        spellCheck={false}
      />
    )
  if (field.sort === 'lines')
    return (
      <Input.TextArea
        {...input}
        autoSize={{ minRows: 2, maxRows: 14 }}
        placeholder={t('channels:connect.lines')}
        spellCheck={false}
      />
    )
  if (field.sort === 'choice')
    return (
      <Select
        {...input}
        placeholder={t('channels:connect.choose')}
        options={field.options.map((value) => ({
          value,
          label: t(`${own}:option.${field.key}.${value}`, { defaultValue: value }),
        }))}
      />
    )
  return <Input {...input} maxLength={2000} autoComplete="off" spellCheck={false} />
}
