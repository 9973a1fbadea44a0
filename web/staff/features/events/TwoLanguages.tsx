import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './events.module.css'

type Props = {
  name: (string | number)[]
  label: string
  most: number
  mostEn?: number
  long?: boolean
  required?: boolean
  extra?: string
}

/** Words as the brand writes them: Chinese, and English where it has customers who read it; traditional Chinese follows by itself. */
export function TwoLanguages({ name, label, most, mostEn = most, long, required = true, extra }: Props) {
  const { t } = useTranslation('events')
  const rules = required ? [{ required: true, whitespace: true, message: t('fillIn') }] : []
  const field = (language: 'zh-CN' | 'en') => {
    const common = {
      maxLength: language === 'en' ? mostEn : most,
      placeholder: t(language === 'en' ? 'inEnglish' : 'inChinese'),
      'aria-label': `${label} · ${t(language === 'en' ? 'english' : 'chinese')}`,
    }
    return long ? <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} {...common} /> : <Input {...common} />
  }
  return (
    <Form.Item label={label} extra={extra} className={styles.words ?? ''}>
      <Form.Item name={[...name, 'zh-CN']} rules={rules} noStyle>
        {field('zh-CN')}
      </Form.Item>
      <Form.Item name={[...name, 'en']} noStyle>
        {field('en')}
      </Form.Item>
    </Form.Item>
  )
}
