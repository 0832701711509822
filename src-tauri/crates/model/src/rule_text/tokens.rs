//! A text cut into words, quoted texts, ids and signs.

use super::{RuleError, is_bare};

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A word, a number or a date.
    Word(String),
    /// What stood between quotes.
    Quoted(String),
    /// `#12`: the row of something.
    Id(i64),
    /// One of `( ) , = != < <= > >=`.
    Sign(&'static str),
}

impl Token {
    /// As an error names it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Word(text) => format!("“{text}”"),
            Self::Quoted(text) => format!("\"{text}\""),
            Self::Id(id) => format!("#{id}"),
            Self::Sign(sign) => format!("“{sign}”"),
        }
    }
}

/// Cuts a text; each piece with where it stands, in characters from 1.
pub(super) fn cut(text: &str) -> Result<Vec<(usize, Token)>, RuleError> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let start = at;
        let token = match letters[at] {
            letter if letter.is_whitespace() => {
                at += 1;
                continue;
            }
            '"' => quoted(&letters, &mut at)?,
            '#' => id(&letters, &mut at)?,
            letter if is_bare(letter) => Token::Word(bare(&letters, &mut at)),
            _ => sign(&letters, &mut at)?,
        };
        tokens.push((start + 1, token));
    }
    Ok(tokens)
}

fn bare(letters: &[char], at: &mut usize) -> String {
    let word: String = letters[*at..].iter().take_while(|&&letter| is_bare(letter)).collect();
    *at += word.chars().count();
    word
}

fn quoted(letters: &[char], at: &mut usize) -> Result<Token, RuleError> {
    let start = *at;
    let mut text = String::new();
    *at += 1;
    while let Some(&letter) = letters.get(*at) {
        *at += 1;
        match letter {
            '"' => return Ok(Token::Quoted(text)),
            '\\' => {
                let Some(&escaped @ ('"' | '\\')) = letters.get(*at) else {
                    let problem = "a backslash stands before \" or another backslash only".to_owned();
                    return Err(RuleError { at: *at, problem });
                };
                text.push(escaped);
                *at += 1;
            }
            letter => text.push(letter),
        }
    }
    Err(RuleError { at: start + 1, problem: "this quote is not closed".to_owned() })
}

fn id(letters: &[char], at: &mut usize) -> Result<Token, RuleError> {
    let start = *at;
    *at += 1;
    let number = bare(letters, at).parse();
    number.map(Token::Id).map_err(|_| RuleError { at: start + 1, problem: "a number follows #".to_owned() })
}

fn sign(letters: &[char], at: &mut usize) -> Result<Token, RuleError> {
    let two: String = letters[*at..].iter().take(2).collect();
    for sign in ["<=", ">=", "!=", "<", ">", "=", "(", ")", ","] {
        if two.starts_with(sign) {
            *at += sign.len();
            return Ok(Token::Sign(sign));
        }
    }
    Err(RuleError { at: *at + 1, problem: format!("“{}” means nothing here", letters[*at]) })
}
