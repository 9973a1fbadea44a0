import sanitizeHtml from 'sanitize-html'
import { QUOTE_MARK } from './reply-text.ts'

const BLOCKS = ['p', 'div', 'tr', 'li', 'ul', 'ol', 'table', 'blockquote', 'pre', 'section', 'article']
const HEADS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const QUOTES =
  /gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix|ntes_quote|isReplyContent|qmbox_quote/
const QUOTE_IDS = /^(divRplyFwdMsg|appendonsend|reply-intro|isReplyContent)$/
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(px|;|$)/i

/**
 * The words of an HTML mail. No markup of it is kept, so nothing of it can run or fetch anything: pictures from afar are left out,
 * a link stands with its address behind it.
 */
export function textOfHtml(html: string): string {
  const plain = sanitizeHtml(html, {
    allowedTags: [...BLOCKS, ...HEADS, 'br', 'td', 'th', 'a', 'hr'],
    allowedAttributes: { a: ['href'], '*': ['data-quote'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head'],
    transformTags: {
      '*': (tagName, attribs) => ({
        tagName: HIDDEN.test(attribs.style ?? '') ? 'noscript' : tagName,
        attribs: isQuote(tagName, attribs) ? { ...attribs, 'data-quote': '1' } : attribs,
      }),
    },
  })
  return unescaped(
    plain
      .replace(/\s+/g, ' ')
      .replace(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gi, (_, href: string, words: string) => linkOf(href, words))
      .replace(/<[a-z0-9]+[^>]*data-quote="1"[^>]*>/gi, `\n${QUOTE_MARK}\n`)
      .replace(/<li[^>]*>/gi, '\n- ')
      .replace(/<(br|hr)[^>]*>/gi, '\n')
      .replace(/<\/(td|th)>/gi, ' ')
      .replace(/<\/?(p|h[1-6])[^>]*>/gi, '\n')
      .replace(/<\/?(div|tr|table|ul|ol|blockquote|pre|section|article)[^>]*>/gi, '\n')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function isQuote(tag: string, attribs: Record<string, string>): boolean {
  if (tag === 'blockquote' && attribs.type === 'cite') return true
  return QUOTES.test(attribs.class ?? '') || QUOTE_IDS.test(attribs.id ?? '')
}

function linkOf(href: string, words: string): string {
  const shown = words.replace(/<[^>]*>/g, '').trim()
  const address = href.replace(/^(mailto|tel):/i, '')
  return !shown || unescaped(shown).includes(unescaped(address)) ? shown || address : `${shown} (${address})`
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
}
