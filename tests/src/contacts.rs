//! Lists of contacts of any size, as a system for customer relations exports them: what large imports are tried on.

use std::io::{self, Write};

use crate::generate::Random;

/// Words that texts are made of.
const WORDS: [&str; 16] = [
    "blue", "north", "garden", "paper", "river", "cloud", "green", "market", "stone", "light", "winter",
    "metal", "open", "quick", "round", "silver",
];

/// What a property holds. An export has all of them in turn.
#[derive(Debug, Clone, Copy)]
enum Property {
    /// One of a few words.
    Choice(u32),
    /// A text that nearly every contact has another of.
    Text,
    /// A number with two decimals.
    Amount,
    /// A whole number.
    Count,
    /// A date.
    Date,
    /// Mostly nothing.
    Rare,
}

/// The properties, one after the other and from the start again.
const PROPERTIES: [Property; 10] = [
    Property::Choice(5),
    Property::Text,
    Property::Amount,
    Property::Choice(200),
    Property::Date,
    Property::Rare,
    Property::Count,
    Property::Text,
    Property::Choice(2),
    Property::Rare,
];

/// Writes a list of contacts with so many properties each: `id,name,property_0,…`. The same on every machine; 30,000
/// contacts with 250 properties are about 60 MB. Give it a buffered writer.
pub fn csv(contacts: usize, properties: usize, out: &mut impl Write) -> io::Result<()> {
    write!(out, "id,name")?;
    for property in 0..properties {
        write!(out, ",property_{property}")?;
    }
    writeln!(out)?;
    let mut random = Random::new(7);
    for contact in 0..contacts {
        let word = WORDS[random.below(16) as usize];
        write!(out, "user_{contact:07},{word} {}", random.below(90_000))?;
        for property in 0..properties {
            out.write_all(b",")?;
            write_value(PROPERTIES[property % PROPERTIES.len()], &mut random, out)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn write_value(property: Property, random: &mut Random, out: &mut impl Write) -> io::Result<()> {
    let word = |random: &mut Random| WORDS[random.below(16) as usize];
    match property {
        Property::Choice(choices) => {
            let choice = random.below(choices);
            write!(out, "{} {choice}", WORDS[choice as usize % 16])
        }
        Property::Text => {
            let words = [word(random), word(random), word(random), word(random)];
            write!(out, "{} {}", words.join(" "), random.below(1_000_000))
        }
        Property::Amount => write!(out, "{}.{:02}", random.below(10_000), random.below(100)),
        Property::Count => write!(out, "{}", random.below(500)),
        Property::Date => {
            let (year, month, day) =
                (random.between(2015, 2025), random.between(1, 13), random.between(1, 29));
            write!(out, "{year}-{month:02}-{day:02}")
        }
        Property::Rare if random.below(20) > 0 => Ok(()),
        Property::Rare => write!(out, "{}", word(random)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_all_columns_and_the_list_is_the_same_each_time() {
        let written = || {
            let mut bytes = Vec::new();
            csv(50, 23, &mut bytes).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        let text = written();
        assert_eq!(text.lines().count(), 51);
        assert!(text.lines().all(|line| line.split(',').count() == 25));
        assert_eq!(text, written());
    }
}
