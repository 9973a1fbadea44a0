import { Button, Form, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { EVENT_LIMIT } from '#contracts/loyalty/events'
import styles from './events.module.css'
import { TwoLanguages } from './TwoLanguages.tsx'

/** A few questions: with words to choose from, or free. */
export function QuestionFields() {
  const { t } = useTranslation('events')
  return (
    <Form.List name="questions">
      {(fields, { add, remove }) => (
        <Form.Item label={t('questions')} extra={t('questionsHint', { most: EVENT_LIMIT.questions })}>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.question}>
              <TwoLanguages
                name={[name, 'ask']}
                label={t('ask', { number: name + 1 })}
                most={EVENT_LIMIT.ask}
              />
              <Form.Item
                name={[name, 'options']}
                label={t('options')}
                extra={t('optionsHint')}
                rules={[
                  {
                    type: 'array',
                    max: EVENT_LIMIT.options,
                    message: t('optionsMany', { most: EVENT_LIMIT.options }),
                  },
                ]}
              >
                <Select
                  mode="tags"
                  open={false}
                  maxCount={EVENT_LIMIT.options}
                  tokenSeparators={['，', ',']}
                />
              </Form.Item>
              <div className={styles.line}>
                <Form.Item name={[name, 'required']} label={t('required')} valuePropName="checked">
                  <Switch size="small" />
                </Form.Item>
                <Button onClick={() => remove(name)}>{t('removeQuestion')}</Button>
              </div>
            </div>
          ))}
          {fields.length < EVENT_LIMIT.questions ? (
            <Button onClick={() => add({ required: false, options: [] })}>{t('addQuestion')}</Button>
          ) : null}
        </Form.Item>
      )}
    </Form.List>
  )
}
