/** The kinds of channel, in the order in which a list shows them. */
import type { ChannelKind } from "../../api";

export const channels: ChannelKind[] = [
  "website",
  "app",
  "search",
  "advertisement",
  "social",
  "email",
  "message",
  "phone",
  "chat",
  "store",
  "person",
  "post",
  "print",
  "event",
  "payment",
  "delivery",
  "support",
  "review",
  "referral",
  "partner",
];
