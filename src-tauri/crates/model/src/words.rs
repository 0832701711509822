//! Choices that the workspace file and the wire know by words.

/// An enumeration in which each variant has a word.
macro_rules! words {
    ($(#[$about:meta])* pub enum $of:ident; $($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, specta::Type)]
        #[serde(rename_all = "snake_case")]
        pub enum $of { $($(#[$doc])* $name,)* }

        impl $of {
            /// All of them, in the order in which a list shows them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The word by which the workspace file and the wire know it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The one with this word, or `None`.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|each| each.name() == name)
            }
        }
    };
}

pub(crate) use words;
