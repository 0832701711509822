/** The icons of the channels that many have, for the window; the picture has drawings of its own. */
import Calendar from "@lucide/svelte/icons/calendar";
import CreditCard from "@lucide/svelte/icons/credit-card";
import Globe from "@lucide/svelte/icons/globe";
import Handshake from "@lucide/svelte/icons/handshake";
import LifeBuoy from "@lucide/svelte/icons/life-buoy";
import Mail from "@lucide/svelte/icons/mail";
import Megaphone from "@lucide/svelte/icons/megaphone";
import MessageSquare from "@lucide/svelte/icons/message-square";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import Newspaper from "@lucide/svelte/icons/newspaper";
import Phone from "@lucide/svelte/icons/phone";
import Search from "@lucide/svelte/icons/search";
import Share2 from "@lucide/svelte/icons/share-2";
import Smartphone from "@lucide/svelte/icons/smartphone";
import Stamp from "@lucide/svelte/icons/stamp";
import Star from "@lucide/svelte/icons/star";
import Store from "@lucide/svelte/icons/store";
import Truck from "@lucide/svelte/icons/truck";
import User from "@lucide/svelte/icons/user";
import UserPlus from "@lucide/svelte/icons/user-plus";
import type { Component } from "svelte";

import type { AnyChannel, ChannelKind } from "../../api";
import { channelIcons } from "./channel-icons";
import { isOwn } from "./details";

const kindIcons: Record<ChannelKind, Component<{ size?: number | string }>> = {
  website: Globe,
  app: Smartphone,
  search: Search,
  advertisement: Megaphone,
  social: Share2,
  email: Mail,
  message: MessageSquare,
  phone: Phone,
  chat: MessagesSquare,
  store: Store,
  person: User,
  post: Stamp,
  print: Newspaper,
  event: Calendar,
  payment: CreditCard,
  delivery: Truck,
  support: LifeBuoy,
  review: Star,
  referral: UserPlus,
  partner: Handshake,
};

/** The icon of a channel. */
export function iconOf(channel: AnyChannel): Component<{ size?: number | string }> {
  return isOwn(channel) ? channelIcons[channel.icon] : kindIcons[channel];
}
