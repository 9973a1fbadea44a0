import { z } from 'zod'

const text = z.union([z.string(), z.number()]).transform(String)
const Media = z.object({
  media_type: z.string().default(''),
  media_url: z.array(z.string()).default([]),
})

/** What we use of a complaint; whatever else it carries stays with the platform. Amounts are minor units. */
export const Complaint = z.object({
  complaint_id: text,
  complaint_time: z.string().default(''),
  complaint_detail: z.string().default(''),
  complaint_state: z.string().default(''),
  payer_phone: z.string().default(''),
  payer_openid: z.string().default(''),
  problem_type: z.string().default(''),
  problem_description: z.string().default(''),
  apply_refund_amount: z.coerce.number().optional(),
  user_tag_list: z.array(z.string()).default([]),
  user_complaint_times: z.coerce.number().default(1),
  incoming_user_response: z.boolean().default(false),
  complaint_full_refunded: z.boolean().default(false),
  need_immediate_service: z.boolean().default(false),
  complaint_media_list: z.array(Media).default([]),
  complaint_order_info: z
    .array(
      z.object({
        transaction_id: text.default(''),
        out_trade_no: text.default(''),
        amount: z.coerce.number().default(0),
      }),
    )
    .default([]),
})
export type Complaint = z.infer<typeof Complaint>

/** One line of the talk between customer, merchant and platform. */
export const Move = z.object({
  log_id: text,
  operate_type: z.string().default(''),
  operate_time: z.string().default(''),
  operate_details: z.string().default(''),
  image_list: z.array(z.string()).default([]),
  complaint_media_list: z.union([Media, z.array(Media)]).optional(),
})
export type Move = z.infer<typeof Move>

export const ComplaintPage = z.object({
  data: z.array(z.unknown()).default([]),
  total_count: z.coerce.number().default(0),
})
export const MovePage = z.object({
  data: z.array(Move).default([]),
  total_count: z.coerce.number().default(0),
})

export function photosIn(move: Pick<Move, 'image_list' | 'complaint_media_list'>): string[] {
  const media = move.complaint_media_list ?? []
  const listed = (Array.isArray(media) ? media : [media]).flatMap((m) => m.media_url)
  return [...new Set([...move.image_list, ...listed])]
}
