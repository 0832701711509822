//! The names of channels, sentiments and the like, said once for a whole picture.

use std::borrow::Cow;

use model::{AnyChannel, ChannelKind, Sentiment};

use crate::words::{Value, Words};

/// Names and the sentences around them.
pub(crate) struct Terms {
    words: Words,
    channels: Vec<(String, String)>,
    sentiments: Vec<(String, String)>,
    /// "This is a goal."
    pub goal: String,
}

impl Terms {
    pub(crate) fn of(words: Words) -> Self {
        let channel = |&channel: &ChannelKind| {
            let name = channel_name(words, channel);
            let spoken = words.fill("spoken-channel", &[("channel", Value::Text(&name))]);
            (name, spoken)
        };
        let sentiment = |sentiment: Sentiment| {
            let name = sentiment_name(words, sentiment);
            let spoken = words.fill("spoken-sentiment", &[("sentiment", Value::Text(&name))]);
            (name, spoken)
        };
        Self {
            words,
            channels: ChannelKind::ALL.iter().map(channel).collect(),
            sentiments: Sentiment::ALL.into_iter().map(sentiment).collect(),
            goal: words.say("spoken-goal"),
        }
    }

    /// The name of a channel.
    pub(crate) fn channel<'a>(&'a self, channel: &'a AnyChannel) -> &'a str {
        match channel {
            AnyChannel::Kind(kind) => &self.channels[*kind as usize].0,
            AnyChannel::Own(own) => &own.name,
        }
    }

    /// "Channel: E-mail."
    pub(crate) fn spoken_channel(&self, channel: &AnyChannel) -> Cow<'_, str> {
        match channel {
            AnyChannel::Kind(kind) => (&*self.channels[*kind as usize].1).into(),
            AnyChannel::Own(own) => {
                self.words.fill("spoken-channel", &[("channel", Value::Text(&own.name))]).into()
            }
        }
    }

    /// The name of a sentiment.
    pub(crate) fn sentiment(&self, sentiment: Sentiment) -> &str {
        &self.sentiments[sentiment as usize].0
    }

    /// "Sentiment: negative."
    pub(crate) fn spoken_sentiment(&self, sentiment: Sentiment) -> &str {
        &self.sentiments[sentiment as usize].1
    }
}

/// The name of a channel.
fn channel_name(words: Words, channel: ChannelKind) -> String {
    let key = match channel {
        ChannelKind::Website => "channel-website",
        ChannelKind::App => "channel-app",
        ChannelKind::Search => "channel-search",
        ChannelKind::Advertisement => "channel-advertisement",
        ChannelKind::Social => "channel-social",
        ChannelKind::Email => "channel-email",
        ChannelKind::Message => "channel-message",
        ChannelKind::Phone => "channel-phone",
        ChannelKind::Chat => "channel-chat",
        ChannelKind::Store => "channel-store",
        ChannelKind::Person => "channel-person",
        ChannelKind::Print => "channel-print",
        ChannelKind::Event => "channel-event",
        ChannelKind::Payment => "channel-payment",
        ChannelKind::Delivery => "channel-delivery",
        ChannelKind::Review => "channel-review",
        ChannelKind::Support => "channel-support",
        ChannelKind::Post => "channel-post",
        ChannelKind::Referral => "channel-referral",
        ChannelKind::Partner => "channel-partner",
    };
    words.say(key)
}

fn sentiment_name(words: Words, sentiment: Sentiment) -> String {
    words.say(match sentiment {
        Sentiment::VeryNegative => "sentiment-very-negative",
        Sentiment::Negative => "sentiment-negative",
        Sentiment::Neutral => "sentiment-neutral",
        Sentiment::Positive => "sentiment-positive",
        Sentiment::VeryPositive => "sentiment-very-positive",
    })
}
