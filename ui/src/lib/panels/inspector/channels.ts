/** The channels that can be chosen. */
import type { AnyChannel, ChannelKind } from "../../api";
import { t } from "../../i18n";
import { ownChannels } from "./details";

/** The kinds of channel, in the order in which a list shows them. */
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

/** A channel as a list offers it. */
export interface ChannelChoice {
  value: string;
  text: string;
  channel: AnyChannel | null;
}

/** None, those that many have, and those of the user's own on this map. */
export function channelChoices(): ChannelChoice[] {
  return [
    { value: "", text: t("channel-none"), channel: null },
    ...channels.map((kind) => ({ value: kind, text: t(`channel-${kind}`), channel: kind })),
    ...ownChannels().map((channel, place) => ({ value: String(place), text: channel.name, channel })),
  ];
}

/** The one of the choices that a channel is. */
export function choiceOf(
  choices: readonly ChannelChoice[],
  channel: AnyChannel | null,
): ChannelChoice | undefined {
  const wanted = JSON.stringify(channel);
  return choices.find((each) => JSON.stringify(each.channel) === wanted);
}
