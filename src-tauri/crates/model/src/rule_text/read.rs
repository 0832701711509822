//! From text to rule.

use super::RuleError;
use super::reader::{Read, Reader};
use crate::{
    AttributeTest, Did, InOrder, OfAttribute, Often, OnMap, Operand, Reference, Rule, Spot, What, Worth,
};

/// The rule that a text says.
pub fn read(text: &str) -> Result<Rule, RuleError> {
    let mut reader = Reader::of(text)?;
    let rule = reader.rule()?;
    if reader.is_at_end() { Ok(rule) } else { reader.fails("“and”, “or” or the end") }
}

impl Reader {
    fn rule(&mut self) -> Read<Rule> {
        let mut rules = vec![self.all()?];
        while self.takes("or") {
            rules.push(self.all()?);
        }
        Ok(if rules.len() == 1 { rules.remove(0) } else { Rule::Any(rules) })
    }

    fn all(&mut self) -> Read<Rule> {
        let mut rules = vec![self.one()?];
        while self.takes("and") {
            rules.push(self.one()?);
        }
        Ok(if rules.len() == 1 { rules.remove(0) } else { Rule::All(rules) })
    }

    fn one(&mut self) -> Read<Rule> {
        self.depth += 1;
        if self.depth > Rule::DEEPEST {
            return Err(self.problem("rules are nested too deeply here".to_owned()));
        }
        let rule = self.one_of_any_kind();
        self.depth -= 1;
        rule
    }

    fn one_of_any_kind(&mut self) -> Read<Rule> {
        if self.takes_sign("(") {
            let rule = self.rule()?;
            self.sign(")")?;
            return Ok(rule);
        }
        match self.keyword().as_deref() {
            Some("everybody") => self.words(&["everybody"]).map(|()| Rule::All(Vec::new())),
            Some("not") => {
                self.words(&["not"])?;
                Ok(Rule::None(vec![self.one()?]))
            }
            Some("all") => self.group("all", Rule::All),
            Some("any") => self.group("any", Rule::Any),
            Some("none") => self.group("none", Rule::None),
            Some("did") => self.did(),
            Some("stands") => {
                self.words(&["stands", "at"])?;
                self.place().map(Rule::StandsAt)
            }
            Some("persona") => {
                self.words(&["persona"])?;
                self.reference("a persona").map(Rule::Persona)
            }
            Some("segment") => {
                self.words(&["segment"])?;
                self.reference("a segment").map(Rule::Segment)
            }
            Some("customers") => {
                self.words(&["customers"])?;
                self.list(|reader| reader.reference("the key of a customer")).map(Rule::Customers)
            }
            Some(_) => self.fails("a rule"),
            None => self.attribute(),
        }
    }

    fn group(&mut self, word: &str, make: fn(Vec<Rule>) -> Rule) -> Read<Rule> {
        self.words(&[word, "of"])?;
        self.list(Self::rule).map(make)
    }

    fn attribute(&mut self) -> Read<Rule> {
        let name = self.text("a rule")?;
        let (negated, test) = self.test()?;
        let rule = Rule::Attribute(OfAttribute { name, test });
        Ok(if negated { Rule::None(vec![rule]) } else { rule })
    }

    /// A test of an attribute, and whether it must not be passed.
    fn test(&mut self) -> Read<(bool, AttributeTest)> {
        if self.takes("is") { self.after_is() } else { Ok((false, self.test_without_is()?)) }
    }

    fn test_without_is(&mut self) -> Read<AttributeTest> {
        if self.takes("contains") {
            return self.operand().map(AttributeTest::Contains);
        }
        if self.takes("starts") {
            self.words(&["with"])?;
            return self.operand().map(AttributeTest::StartsWith);
        }
        if self.takes("within") {
            self.words(&["the", "last"])?;
            return self.days().map(AttributeTest::WithinDays);
        }
        if self.takes_sign("!=") {
            return self.operand().map(AttributeTest::IsNot);
        }
        let expected = "“is”, “contains”, “starts with”, “within the last”, “between” or a comparison";
        self.worth(expected).map(AttributeTest::from)
    }

    fn after_is(&mut self) -> Read<(bool, AttributeTest)> {
        let negated = self.takes("not");
        if self.takes("empty") {
            return Ok((negated, AttributeTest::IsEmpty));
        }
        if self.takes("one") {
            self.words(&["of"])?;
            return Ok((negated, AttributeTest::OneOf(self.list(Self::operand)?)));
        }
        let value = self.operand()?;
        Ok((false, if negated { AttributeTest::IsNot(value) } else { AttributeTest::Is(value) }))
    }

    fn worth(&mut self, expected: &str) -> Read<Worth> {
        if self.takes("is") || self.takes_sign("=") {
            return self.operand().map(Worth::Is);
        }
        if self.takes("between") {
            let low = self.operand()?;
            self.words(&["and"])?;
            return Ok(Worth::Between(low, self.operand()?));
        }
        for (sign, make) in [
            ("<", Worth::Below as fn(Operand) -> Worth),
            ("<=", Worth::AtMost),
            (">", Worth::Above),
            (">=", Worth::AtLeast),
        ] {
            if self.takes_sign(sign) {
                return self.operand().map(make);
            }
        }
        self.fails(expected)
    }

    fn did(&mut self) -> Read<Rule> {
        self.words(&["did"])?;
        if self.next_is("in") {
            return self.in_order();
        }
        let times = self.times()?;
        let what = self.what()?;
        let from = if self.takes("from") { Some(self.operand()?) } else { None };
        let to = if self.takes("to") { Some(self.operand()?) } else { None };
        let mut value = None;
        if self.takes("with") {
            self.words(&["value"])?;
            value = Some(self.worth("“is”, “between” or a comparison")?);
        }
        let mut within_days = None;
        if self.takes("within") {
            within_days = Some(self.days()?);
            self.words(&["of", "the", "first"])?;
        }
        Ok(Rule::Did(Did { what, times, from, to, value, within_days }))
    }

    fn in_order(&mut self) -> Read<Rule> {
        self.words(&["in", "order"])?;
        let steps = self.list(Self::what)?;
        let mut within_days = None;
        if self.takes("each") {
            self.words(&["within"])?;
            within_days = Some(self.days()?);
        }
        Ok(Rule::DidInOrder(InOrder { steps, within_days }))
    }

    fn times(&mut self) -> Read<Often> {
        let make: fn(u32) -> Often = if self.takes("exactly") {
            Often::Exactly
        } else if self.takes("at") {
            if self.takes("most") {
                Often::AtMost
            } else {
                self.words(&["least"])?;
                Often::AtLeast
            }
        } else {
            return Ok(Often::default());
        };
        let count = self.count()?;
        if !self.takes("time") {
            self.words(&["times"])?;
        }
        Ok(make(count))
    }

    fn what(&mut self) -> Read<What> {
        match self.keyword().as_deref() {
            Some("anything") => self.words(&["anything"]).map(|()| What::Anything),
            Some("touchpoint" | "stage") => self.place().map(What::At),
            Some("channel") => {
                self.words(&["channel"])?;
                self.one_or_any_of("a channel").map(What::Channels)
            }
            _ => self
                .one_or_any_of("an event, a touchpoint, a stage, a channel or “anything”")
                .map(What::Events),
        }
    }

    fn one_or_any_of(&mut self, expected: &str) -> Read<Vec<String>> {
        if self.takes("any") {
            self.words(&["of"])?;
            return self.list(|reader| reader.text(expected));
        }
        Ok(vec![self.text(expected)?])
    }

    fn place(&mut self) -> Read<OnMap> {
        let make: fn(Reference) -> Spot = if self.takes("stage") {
            Spot::Stage
        } else {
            self.words(&["touchpoint"])?;
            Spot::Touchpoint
        };
        let node = make(self.reference("the title of a touchpoint or stage")?);
        self.words(&["on"])?;
        Ok(OnMap { map: self.reference("the title of a map")?, node })
    }
}
