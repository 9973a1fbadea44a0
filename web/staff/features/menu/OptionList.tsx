import { Button, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx'
import styles from './item.module.css'

const MOST_OPTIONS = 12
const MOST_CHOICES = 30

/** What is chosen with an item, each with how many, and what a choice costs on top. */
export function OptionList() {
  const { t } = useTranslation('orders-menu')
  return (
    <Form.List name="options">
      {(fields, { add, remove }) => (
        <fieldset className={styles.optionList}>
          <legend>{t('option.title')}</legend>
          <p>{t('option.hint')}</p>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.option}>
              <div className={styles.optionHead}>
                <Form.Item
                  name={[name, 'name']}
                  label={t('option.name')}
                  rules={[{ required: true, whitespace: true, message: t('fillIn') }]}
                >
                  <Input maxLength={80} placeholder={t('option.nameLike')} />
                </Form.Item>
                <Form.Item name={[name, 'least']} label={t('option.least')}>
                  <InputNumber min={0} max={10} precision={0} />
                </Form.Item>
                <Form.Item name={[name, 'most']} label={t('option.most')}>
                  <InputNumber min={1} max={10} precision={0} />
                </Form.Item>
                <Button
                  type="text"
                  aria-label={t('option.drop', { n: name + 1 })}
                  icon={<CloseIcon size={16} />}
                  onClick={() => remove(name)}
                />
              </div>
              <Choices option={name} />
            </div>
          ))}
          {fields.length < MOST_OPTIONS ? (
            <Button
              icon={<PlusIcon size={14} />}
              onClick={() => add({ name: '', least: 1, most: 1, choices: [{ name: '' }] })}
            >
              {t('option.add')}
            </Button>
          ) : null}
        </fieldset>
      )}
    </Form.List>
  )
}

function Choices({ option }: { option: number }) {
  const { t } = useTranslation('orders-menu')
  return (
    <Form.List name={[option, 'choices']}>
      {(fields, { add, remove }) => (
        <>
          <ul className={styles.choices}>
            {fields.map(({ key, name }) => (
              <li key={key}>
                <Form.Item
                  name={[name, 'name']}
                  rules={[{ required: true, whitespace: true, message: t('fillIn') }]}
                >
                  <Input
                    maxLength={80}
                    aria-label={t('option.choice', { n: name + 1 })}
                    placeholder={t('option.choiceLike')}
                  />
                </Form.Item>
                <Form.Item name={[name, 'price']}>
                  <InputNumber
                    min={0}
                    max={1_000_000}
                    precision={2}
                    prefix="+"
                    suffix={t('field.yuan')}
                    placeholder="0"
                    aria-label={t('option.extra', { n: name + 1 })}
                  />
                </Form.Item>
                {fields.length > 1 ? (
                  <Button
                    type="text"
                    aria-label={t('option.dropChoice', { n: name + 1 })}
                    icon={<CloseIcon size={14} />}
                    onClick={() => remove(name)}
                  />
                ) : null}
              </li>
            ))}
          </ul>
          {fields.length < MOST_CHOICES ? (
            <Button size="small" type="text" icon={<PlusIcon size={14} />} onClick={() => add({ name: '' })}>
              {t('option.addChoice')}
            </Button>
          ) : null}
        </>
      )}
    </Form.List>
  )
}
