/** Platforms by the end of their host names; the names are those the platforms call themselves. */
export const SITES: readonly (readonly [name: string, ...hosts: string[]])[] = [
  ['小红书', 'xiaohongshu.com', 'xhslink.com'],
  ['大众点评', 'dianping.com', 'dpurl.cn'],
  ['抖音', 'douyin.com', 'iesdouyin.com'],
  ['微博', 'weibo.com', 'weibo.cn'],
  ['快手', 'kuaishou.com'],
  ['哔哩哔哩', 'bilibili.com', 'b23.tv'],
  ['知乎', 'zhihu.com'],
  ['黑猫投诉', 'tousu.sina.com.cn', 'tousu.sina.cn'],
]

/** The platform that an address belongs to; null when it is none of the known ones. */
export function siteOf(address: string): string | null {
  const text = address.trim()
  if (!URL.canParse(text)) return null
  const { host } = new URL(text)
  const found = SITES.find(([, ...ends]) => ends.some((end) => host === end || host.endsWith(`.${end}`)))
  return found?.[0] ?? null
}
