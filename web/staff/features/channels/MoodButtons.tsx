import { useTranslation } from 'react-i18next'
import { Mood } from '#contracts/channels'
import styles from './counter.module.css'

const MOUTH: Record<Mood, string> = {
  good: 'M7 13.5c1.400 1.700 2.800 2.500 5 2.500s3.600-.8 5-2.500',
  fair: 'M7.500 15h9',
  bad: 'M7 16c1.400-1.700 2.800-2.500 5-2.500s3.600.8 5 2.500',
}

/** Three faces, the same that the customer's own form shows. */
export function MoodButtons({
  value,
  onChange,
}: {
  value: Mood | null
  onChange: (mood: Mood | null) => void
}) {
  const { t } = useTranslation('channels')
  return (
    <fieldset className={styles.moods}>
      <legend className="sr-only">{t('counter.mood')}</legend>
      {Mood.options.map((mood) => (
        <button
          key={mood}
          type="button"
          data-mood={mood}
          aria-pressed={value === mood}
          onClick={() => onChange(value === mood ? null : mood)}
        >
          <svg
            width="28"
            height="28"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            aria-hidden
          >
            <circle cx="12" cy="12" r="9" />
            <path d={`M9 9.500v.5M15 9.500v.5${MOUTH[mood]}`} strokeLinecap="round" />
          </svg>
          {t(`counter.moodOf.${mood}`)}
        </button>
      ))}
    </fieldset>
  )
}
