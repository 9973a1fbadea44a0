import type { SlipKeyMade, SlipSetup } from '#contracts/channels/box'

export type GuideWords = { title: string; lines: string[]; example: string; keyPlace: string }

/**
 * What the till's maker is sent: plain text that stands by itself, with a worked example.
 * Shape: the signature of the example is right for the key that was just made; without one it says where the key belongs.
 */
export function guideFor(setup: SlipSetup, made: SlipKeyMade | undefined, words: GuideWords): string {
  const text = made?.example.text ?? `${setup.slug}|A1032|20261122T1210|58.00`
  const signature = made?.example.signature ?? words.keyPlace
  const link = made?.example.link ?? `${setup.url}?r=A1032&t=20261122T1210&a=58.00&s=${words.keyPlace}`
  return [
    words.title,
    ...words.lines,
    '',
    words.example,
    text,
    `HMAC-SHA256 → ${signature}`,
    link,
    '',
    ...samplesFor(setup),
  ].join('\n')
}

function samplesFor({ slug, url }: SlipSetup): string[] {
  return [
    '# Python',
    'import hmac, hashlib, urllib.parse',
    `text = "|".join(["${slug}", r, t, a])`,
    's = hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]',
    `link = "${url}?" + urllib.parse.urlencode({"r": r, "t": t, "a": a, "s": s})`,
    '',
    '// Java',
    'Mac mac = Mac.getInstance("HmacSHA256");',
    'mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));',
    `byte[] sum = mac.doFinal(String.join("|", "${slug}", r, t, a).getBytes(UTF_8));`,
    'String s = HexFormat.of().formatHex(sum).substring(0, 32);',
    '',
    '// C#',
    `var sum = new HMACSHA256(Encoding.UTF8.GetBytes(key)).ComputeHash(Encoding.UTF8.GetBytes(string.Join("|", "${slug}", r, t, a)));`,
    'var s = Convert.ToHexString(sum).Substring(0, 32);',
  ]
}
