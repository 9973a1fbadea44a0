import type { ComponentChildren, JSX } from 'preact'
import { chooseLocale } from '../start.ts'
import { LOCALES } from '../words.ts'
import { useReader } from './reader.ts'

type FrameProps = { shop?: string[]; wide?: boolean; children: ComponentChildren }

/** The paper every page is written on: where one is at the top, the language at the bottom. */
export function Frame({ shop, wide, children }: FrameProps): JSX.Element {
  return (
    <div class={wide ? 'page page-wide' : 'page'}>
      {shop && (
        <header>
          <p class="shop">{shop.filter(Boolean).join(' · ')}</p>
        </header>
      )}
      {children}
      <LanguageSwitch />
    </div>
  )
}

function LanguageSwitch(): JSX.Element {
  const { w, locale } = useReader()
  return (
    <nav class="languages" aria-label={w.common.language}>
      {LOCALES.map(({ key, name }) => (
        <button
          type="button"
          key={key}
          lang={key}
          aria-current={key === locale ? 'true' : undefined}
          onClick={() => key !== locale && chooseLocale(key)}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}

type MessageProps = { title: string; text: string; children?: ComponentChildren }

/** A page that has only one thing to say: why there is nothing to see, and the way on. */
export function Message({ title, text, children }: MessageProps): JSX.Element {
  return (
    <Frame>
      <main class="message">
        <div role="alert">
          <h1>{title}</h1>
          <p>{text}</p>
        </div>
        {children}
      </main>
    </Frame>
  )
}

/** The page's outline while it is on its way; the same as in the HTML, so nothing jumps. */
export function Skeleton({ kind }: { kind: 'form' | 'progress' }): JSX.Element {
  const { w } = useReader()
  return (
    <main class="page" aria-busy="true" aria-label={w.common.loading}>
      <div class="bone bone-shop" />
      <div class="bone bone-title" />
      <div class="bone bone-line" />
      {kind === 'form' ? (
        <div class="bone-faces">
          <div class="bone" />
          <div class="bone" />
          <div class="bone" />
        </div>
      ) : (
        [1, 2].map((key) => <div class="bone bone-step" key={key} />)
      )}
      <div class="bone bone-area" />
      <div class="bone bone-line" />
    </main>
  )
}
