export type SnippetLanguage = 'curl' | 'node' | 'python'
type Snippets = Record<'photo' | 'submit' | 'progress' | 'verify', string>

/** Code to take along, with this program's own address in it; the same as docs/brand-app.md and examples/brand-app. */
export const SNIPPETS: Record<SnippetLanguage, (origin: string) => Snippets> = {
  curl: (origin) => ({
    photo: `curl -X POST ${origin}/api/v1/photos \\
  -H "Authorization: Bearer $HUIYIN_KEY" -F file=@photo.jpg`,
    submit: `curl -X POST ${origin}/api/v1/feedback \\
  -H "Authorization: Bearer $HUIYIN_KEY" -H 'Content-Type: application/json' \\
  -H 'Idempotency-Key: app-20261122-0831' \\
  -d '{"content":"汤洒了一半","stars":2,"contact":"13800001234","photos":[]}'`,
    progress: `curl ${origin}/api/v1/feedback/HY-100482 -H "Authorization: Bearer $HUIYIN_KEY"`,
    verify: `printf '%s.%s' "$X_HUIYIN_TIMESTAMP" "$RAW_BODY" \\
  | openssl dgst -sha256 -hmac "$HUIYIN_WEBHOOK_SECRET"`,
  }),
  node: (origin) => ({
    photo: `const form = new FormData()
form.append('file', new Blob([await readFile('photo.jpg')]), 'photo.jpg')
const headers = { authorization: \`Bearer \${process.env.HUIYIN_KEY}\` }
const photo = await fetch('${origin}/api/v1/photos', { method: 'POST', headers, body: form })
const { id } = await photo.json()`,
    submit: `const answer = await fetch('${origin}/api/v1/feedback', {
  method: 'POST',
  headers: {
    authorization: \`Bearer \${process.env.HUIYIN_KEY}\`,
    'content-type': 'application/json',
    'idempotency-key': feedback.id,
  },
  body: JSON.stringify({ content: '汤洒了一半', stars: 2, contact: '13800001234', photos: [id] }),
})
const { number, progress } = await answer.json()`,
    progress: `const headers = { authorization: \`Bearer \${process.env.HUIYIN_KEY}\` }
const answer = await fetch(\`${origin}/api/v1/feedback/\${number}\`, { headers })
const { status, expectedAt } = await answer.json()`,
    verify: `const stamp = headers['x-huiyin-timestamp']
const wanted = createHmac('sha256', secret).update(\`\${stamp}.\`).update(rawBody).digest()
const isOurs = Math.abs(Date.now() / 1000 - stamp) <= 300 &&
  headers['x-huiyin-signature'].split(',').some((one) => {
    const given = Buffer.from(one.replace('v1=', ''), 'hex')
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })`,
  }),
  python: (origin) => ({
    photo: `headers = {"Authorization": f"Bearer {HUIYIN_KEY}"}
with open("photo.jpg", "rb") as photo:
    answer = requests.post("${origin}/api/v1/photos", headers=headers, files={"file": photo}, timeout=30)
photo_id = answer.json()["id"]`,
    submit: `headers = {"Authorization": f"Bearer {HUIYIN_KEY}", "Idempotency-Key": feedback_id}
body = {"content": "汤洒了一半", "stars": 2, "contact": "13800001234", "photos": [photo_id]}
answer = requests.post("${origin}/api/v1/feedback", headers=headers, json=body, timeout=30)
number, progress = answer.json()["number"], answer.json()["progress"]`,
    progress: `headers = {"Authorization": f"Bearer {HUIYIN_KEY}"}
answer = requests.get(f"${origin}/api/v1/feedback/{number}", headers=headers, timeout=30)
status, expected_at = answer.json()["status"], answer.json()["expectedAt"]`,
    verify: `stamp = headers["X-Huiyin-Timestamp"]
wanted = hmac.new(secret.encode(), stamp.encode() + b"." + raw_body, hashlib.sha256).hexdigest()
is_ours = abs(time.time() - int(stamp)) <= 300 and any(
    hmac.compare_digest(one.removeprefix("v1="), wanted)
    for one in headers["X-Huiyin-Signature"].split(",")
)`,
  }),
}
