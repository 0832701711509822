//! The kind of channel a touchpoint uses, which decides its icon.

use serde::{Deserialize, Serialize};
use specta::Type;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// The channel of a touchpoint, as mapping practice groups them. It decides the icon of the card.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
        #[serde(rename_all = "snake_case")]
        pub enum ChannelKind { $($(#[$doc])* $name,)* }

        impl ChannelKind {
            /// Every kind, in the order in which a list shows them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name by which the workspace file and the wire know this kind.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

kinds! {
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
    /// Printed matter or post.
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
}

impl ChannelKind {
    /// The kind with this stored name, or `None`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}
