import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './door.module.css'
import { passwordStrength, SHORTEST } from './password-strength.ts'

type Props = { name: string | string[]; label?: string; known?: string[] }

/** A new password with a live hint how good it is. */
export function NewPassword({ name, label, known = [] }: Props) {
  const { t } = useTranslation('session')
  const password = Form.useWatch<string | undefined>(name) ?? ''
  const { level, hint } = passwordStrength(password, known)
  return (
    <Form.Item
      name={name}
      label={label ?? t('password.new')}
      rules={[
        { required: true, message: t('password.missing') },
        { min: SHORTEST, message: t('password.tooShort', { count: SHORTEST }) },
        { max: 128, message: t('password.tooLong') },
      ]}
      extra={
        <span className={styles.strength} data-level={level} aria-live="polite">
          {password ? (
            <span className={styles.meter} aria-hidden>
              <i />
            </span>
          ) : null}
          {password ? t(`password.${hint}`, { count: SHORTEST }) : t('password.hint', { count: SHORTEST })}
        </span>
      }
    >
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  )
}
