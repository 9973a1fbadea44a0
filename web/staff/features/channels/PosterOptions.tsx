import { AutoComplete, Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { BackIcon } from '../../ui/icons.tsx'
import { PER_PAGE, type PosterFormat } from './PosterSheets.tsx'
import styles from './poster.module.css'

type Props = {
  count: number
  format: PosterFormat
  onFormat: (format: PosterFormat) => void
  sentences: string[]
  sentence: string
  onSentence: (sentence: string) => void
}

/** What stands above the sheets on the screen and never on paper. */
export function PosterOptions({ count, format, onFormat, sentences, sentence, onSentence }: Props) {
  const { t } = useTranslation('channels')
  const formats = (Object.keys(PER_PAGE) as PosterFormat[]).map((value) => ({
    value,
    label: t(`poster.formatOf.${value}`),
  }))
  const pages = Math.ceil(count / PER_PAGE[format])
  return (
    <header className={styles.options}>
      <Button
        type="text"
        href="/channels?tab=codes"
        icon={<BackIcon size={16} />}
        aria-label={t('poster.back')}
      />
      <Segmented aria-label={t('poster.format')} value={format} options={formats} onChange={onFormat} />
      <AutoComplete
        className={styles.sentenceField}
        aria-label={t('poster.sentence')}
        placeholder={t('poster.ownPlaceholder')}
        value={sentence}
        options={sentences.map((value) => ({ value }))}
        onChange={(value: string) => onSentence(value.slice(0, 20))}
      />
      <span className={styles.pages}>{t('poster.pages', { codes: count, pages })}</span>
      <Button type="primary" onClick={() => window.print()}>
        {t('poster.print')}
      </Button>
      <p>{t('poster.tip')}</p>
    </header>
  )
}
