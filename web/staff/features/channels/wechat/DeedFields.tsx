import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { isTooLong, type NAME_BYTES } from './menu-values.ts'

type Props = { at: (string | number)[]; path: (string | number)[]; of: keyof typeof NAME_BYTES }

/** What one button of the menu is called and does. `at` is its place in its list, `path` from the top. */
export function DeedFields({ at, path, of }: Props) {
  const { t } = useTranslation('connect-wechat')
  const does = Form.useWatch([...path, 'does']) as string | undefined
  const kinds = of === 'button' ? ['page', 'reply', 'items'] : ['page', 'reply']
  const fits = (_rule: unknown, name?: string) =>
    name && isTooLong(name, of) ? Promise.reject(new Error(t('extras.nameLong'))) : Promise.resolve()
  return (
    <>
      <Form.Item
        name={[...at, 'name']}
        label={t('extras.name')}
        rules={[{ required: true, whitespace: true, message: t('extras.nameMissing') }, { validator: fits }]}
      >
        <Input
          placeholder={t(of === 'button' ? 'extras.nameHintTop' : 'extras.nameHintItem')}
          autoComplete="off"
        />
      </Form.Item>
      <Form.Item name={[...at, 'does']} label={t('extras.does')}>
        <Select options={kinds.map((value) => ({ value, label: t(`extras.kind.${value}`) }))} />
      </Form.Item>
      {does === 'page' ? (
        <Form.Item
          name={[...at, 'url']}
          label={t('extras.url')}
          rules={[{ required: true, pattern: /^https?:\/\/\S+\.\S+/, message: t('extras.urlMissing') }]}
        >
          <Input inputMode="url" maxLength={1024} autoComplete="off" />
        </Form.Item>
      ) : null}
      {does === 'reply' ? (
        <Form.Item
          name={[...at, 'text']}
          label={t('extras.text')}
          rules={[{ required: true, whitespace: true, message: t('extras.textMissing') }]}
        >
          <Input.TextArea maxLength={600} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      ) : null}
    </>
  )
}
