//! The channel that a touchpoint uses: a kind that many have, or one of one's own with an icon of choice.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::words::words;

words! {
    /// The channel of a touchpoint, as mapping practice groups them. It decides the icon of the card.
    pub enum ChannelKind;
    /// A page of a website.
    Website = "website",
    /// A mobile or desktop app.
    App = "app",
    /// A search engine or the search of a shop.
    Search = "search",
    /// A paid advertisement.
    Advertisement = "advertisement",
    /// A social network.
    Social = "social",
    /// E-mail.
    Email = "email",
    /// A text message or messenger.
    Message = "message",
    /// A telephone call.
    Phone = "phone",
    /// A live chat or chatbot.
    Chat = "chat",
    /// A shop or branch.
    Store = "store",
    /// A person met face to face.
    Person = "person",
    /// Printed matter.
    Print = "print",
    /// A fair, webinar or workshop.
    Event = "event",
    /// A payment or checkout.
    Payment = "payment",
    /// The delivery of goods.
    Delivery = "delivery",
    /// A review or recommendation.
    Review = "review",
    /// Customer support.
    Support = "support",
    /// A letter or a parcel.
    Post = "post",
    /// Other customers who send somebody.
    Referral = "referral",
    /// A company that works together with this one.
    Partner = "partner",
}

words! {
    /// The icon of a channel of one's own.
    pub enum ChannelIcon;
    /// A star with four points.
    Sparkle = "sparkle",
    /// A heart.
    Heart = "heart",
    /// A bell.
    Bell = "bell",
    /// A book.
    Book = "book",
    /// A camera.
    Camera = "camera",
    /// A car.
    Car = "car",
    /// A cup.
    Cup = "cup",
    /// A gift.
    Gift = "gift",
    /// A house.
    House = "house",
    /// A key.
    Key = "key",
    /// A pin on a map.
    Pin = "pin",
    /// A screen.
    Screen = "screen",
    /// A microphone.
    Microphone = "microphone",
    /// A code to scan.
    Code = "code",
    /// A ticket.
    Ticket = "ticket",
    /// Several people.
    People = "people",
    /// A watch.
    Watch = "watch",
    /// A tool.
    Tool = "tool",
}

/// A channel of one's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct OwnChannel {
    /// What it is called.
    pub name: String,
    /// How it is drawn.
    pub icon: ChannelIcon,
}

/// The channel of a touchpoint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub enum AnyChannel {
    /// One of those that many have.
    Kind(ChannelKind),
    /// One of one's own.
    Own(OwnChannel),
}

impl From<ChannelKind> for AnyChannel {
    fn from(kind: ChannelKind) -> Self {
        Self::Kind(kind)
    }
}
