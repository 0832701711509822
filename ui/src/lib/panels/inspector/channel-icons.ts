/** The icons of channels of one's own, as the picture draws them too. */
import Bell from "@lucide/svelte/icons/bell";
import Book from "@lucide/svelte/icons/book";
import Camera from "@lucide/svelte/icons/camera";
import Car from "@lucide/svelte/icons/car";
import Coffee from "@lucide/svelte/icons/coffee";
import Gift from "@lucide/svelte/icons/gift";
import Heart from "@lucide/svelte/icons/heart";
import House from "@lucide/svelte/icons/house";
import Key from "@lucide/svelte/icons/key";
import MapPin from "@lucide/svelte/icons/map-pin";
import Mic from "@lucide/svelte/icons/mic";
import Monitor from "@lucide/svelte/icons/monitor";
import QrCode from "@lucide/svelte/icons/qr-code";
import Sparkle from "@lucide/svelte/icons/sparkle";
import Ticket from "@lucide/svelte/icons/ticket";
import Users from "@lucide/svelte/icons/users";
import Watch from "@lucide/svelte/icons/watch";
import Wrench from "@lucide/svelte/icons/wrench";
import type { Component } from "svelte";

import type { ChannelIcon } from "../../api";

export const channelIcons: Record<ChannelIcon, Component<{ size?: number | string }>> = {
  sparkle: Sparkle,
  heart: Heart,
  bell: Bell,
  book: Book,
  camera: Camera,
  car: Car,
  cup: Coffee,
  gift: Gift,
  house: House,
  key: Key,
  pin: MapPin,
  screen: Monitor,
  microphone: Mic,
  code: QrCode,
  ticket: Ticket,
  people: Users,
  watch: Watch,
  tool: Wrench,
};
