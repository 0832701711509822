//! The personas of the sample, and what is written of them.

use model::{
    AnyChannel, Avatar, ChannelKind, Face, Hair, PersonaDetails, PersonaId, PersonaKind, Rule, StageTint,
    Trait,
};
use store::{NewPersona, StoreError, Tx};

struct SamplePersona {
    name: &'static str,
    description: &'static str,
    goals: &'static str,
    frustrations: &'static str,
    /// The segment's name and the value of `user_lifecycle` that makes it.
    segment: (&'static str, &'static str),
    avatar: Avatar,
    kind: PersonaKind,
    role: &'static str,
    age: &'static str,
    place: &'static str,
    quote: &'static str,
    needs: &'static str,
    motivations: &'static str,
    channels: &'static [ChannelKind],
    brands: &'static [&'static str],
    /// What both ends are called, and where between them.
    traits: &'static [(&'static str, &'static str, u8)],
}

const PERSONAS: [SamplePersona; 2] = [
    SamplePersona {
        name: "Lena, loyal regular",
        description: "38, orders for the whole family, knows the shop by heart and comes back every few weeks.\n\
            Shopping is what happens between bedtime and the news. She has been a customer for four years and has a \
            list in her head that hardly changes; what is new she hears of from friends.",
        goals: "Find the usual things fast and be done in five minutes.\nHave the parcel come when somebody is at home.",
        frustrations: "Anything that has changed places.\nA payment that has to be entered twice.",
        segment: ("Loyal customers", "loyal"),
        avatar: Avatar { face: Face::Freckles, hair: Hair::Long, tint: StageTint::Rose },
        kind: PersonaKind::Primary,
        role: "Team lead at a care home, mother of two",
        age: "38",
        place: "Utrecht",
        quote: "“I know what I want. Just don’t make me look for it.”",
        needs: "The last order one tap away.\nA day of delivery that holds.\nTo pay without getting up for the card.",
        motivations: "Time for the family.\nBeing known after four years.",
        channels: &[ChannelKind::App, ChannelKind::Email, ChannelKind::Website, ChannelKind::Chat],
        brands: &["Kleine Beer", "Nordlys", "Zonnegoud"],
        traits: &[
            ("Plans ahead", "Buys on impulse", 20),
            ("Stays loyal", "Tries others", 12),
            ("Looks at the price", "Looks at the quality", 66),
            ("On the phone", "At a computer", 15),
        ],
    },
    SamplePersona {
        name: "Ravi, still deciding",
        description: "27, compares everything, came back a few times and is not yet convinced.\n\
            He opens ten tabs, reads the worst reviews first and leaves the cart standing for a week. Once he trusts a \
            shop he tells everybody.",
        goals: "Be sure of the choice before paying.\nKnow when it will arrive.",
        frustrations: "Filters that lose their settings.\nShipping costs that appear late.",
        segment: ("Returning customers", "returning"),
        avatar: Avatar { face: Face::Beard, hair: Hair::Parted, tint: StageTint::Teal },
        kind: PersonaKind::Secondary,
        role: "Junior architect",
        age: "27",
        place: "Rotterdam, in a shared flat",
        quote: "“Show me all that it costs before I fall in love with it.”",
        needs: "The whole price on the first page.\nTwo products side by side.\nReviews by people like him.",
        motivations: "Getting the most for his money.\nNot having to send anything back.",
        channels: &[ChannelKind::Search, ChannelKind::Website, ChannelKind::Review, ChannelKind::Social],
        brands: &["Nordlys", "Werkplaats 9"],
        traits: &[
            ("Plans ahead", "Buys on impulse", 35),
            ("Stays loyal", "Tries others", 80),
            ("Looks at the price", "Looks at the quality", 25),
            ("On the phone", "At a computer", 70),
        ],
    },
];

/// Adds the personas with their segments, and gives their rows.
pub(super) fn add(tx: &mut Tx<'_>) -> Result<Vec<PersonaId>, StoreError> {
    let mut ids = Vec::new();
    for persona in &PERSONAS {
        let (name, value) = persona.segment;
        let segment = tx.add_segment(name, &Rule::attribute_is("user_lifecycle", value))?;
        let id = tx.add_persona(&NewPersona {
            name: persona.name,
            description: persona.description,
            goals: persona.goals,
            frustrations: persona.frustrations,
            segment: Some(segment),
        })?;
        tx.set_persona_details(id, &persona.details())?;
        ids.push(id);
    }
    Ok(ids)
}

impl SamplePersona {
    fn details(&self) -> PersonaDetails {
        let one = |&(low, high, value): &(&str, &str, u8)| Trait {
            low: low.to_owned(),
            high: high.to_owned(),
            value,
        };
        PersonaDetails {
            avatar: self.avatar,
            kind: Some(self.kind),
            role: self.role.to_owned(),
            age: self.age.to_owned(),
            place: self.place.to_owned(),
            quote: self.quote.to_owned(),
            needs: self.needs.to_owned(),
            motivations: self.motivations.to_owned(),
            channels: self.channels.iter().map(|&kind| AnyChannel::Kind(kind)).collect(),
            brands: self.brands.iter().map(|&brand| brand.to_owned()).collect(),
            traits: self.traits.iter().map(one).collect(),
            photo: None,
        }
    }
}
