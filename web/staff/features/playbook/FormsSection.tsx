import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { Section } from '../../ui/Section.tsx'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'
import { usePlaybookWords } from './use-playbook-words.ts'

/** The registration form of each channel as the customer or the shop staff sees it. */
export function FormsSection({ doc }: { doc: Playbook }) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  return doc.forms.map((form) => (
    <Section
      key={form.channel}
      title={t(`channel.${form.channel}`)}
      hint={`${say(form.title)} · ${say(form.subtitle)}`}
    >
      <ul className={listsStyles.lines}>
        {form.fields.map((field) => (
          <li key={field.key}>
            <strong>{say(field.label)}</strong>
            <span>
              {field.hint ? say(field.hint) : ''}
              {field.options
                ? t('form.options', {
                    options: field.options.map((option) => say(option.label)).join(t('common:list.and')),
                  })
                : ''}
            </span>
            <small data-required={field.required}>
              {t(field.required ? 'form.required' : 'form.optional')}
            </small>
          </li>
        ))}
      </ul>
      <p className={layoutStyles.note}>
        {t('form.submit', { words: say(form.submit) })} · {say(form.privacy)}
      </p>
    </Section>
  ))
}
