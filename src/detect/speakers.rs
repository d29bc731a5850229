//! Speakers tied to one entity through the text: full name, surname, title, pronoun, role.

use std::ops::Range;

use super::centering::{last_subject, near};
use super::entity::{Entity, Sort, bare, key};
use super::groups::Words;
use super::heads::{appositive, head, person, phrase_name};
use super::lexicon::{Gender, Lexicon, QuickMap, part};
use super::names::{Directory, gender_of, gender_of_pronoun, name_token};
use super::tokens::{Token, tokens};
use super::types::{Attribution, DetectedSpeaker, SpeakerIndex};

/// Ties every attribution to its speaker, in text order.
pub(crate) fn speakers(
    directory: Directory,
    antecedents: &[Option<Range<usize>>],
    attributions: &mut [Attribution],
) -> Vec<DetectedSpeaker> {
    let lexicon = directory.lexicon;
    let mut tracker = Tracker {
        text: directory.text,
        lexicon,
        directory,
        entities: Vec::new(),
        by_name: QuickMap::default(),
        last: Vec::new(),
    };
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    order.sort_by_cached_key(|index| {
        attributions
            .get(*index)
            .and_then(|found| {
                let unnamed = found.cue.first().filter(|_| lexicon.grammar.null_subject);
                found.source.first().or(unnamed)
            })
            .map_or(usize::MAX, |span| span.start)
    });
    for index in order {
        let Some(attribution) = attributions.get_mut(index) else {
            continue;
        };
        let Some(source) = attribution.source.first().cloned() else {
            attribution.speaker = tracker.left_out(attribution).map(SpeakerIndex);
            continue;
        };
        let antecedent = antecedents.get(index).cloned().flatten();
        let entity = tracker.entity(&source, antecedent.as_ref());
        attribution.speaker = entity.map(SpeakerIndex);
    }
    tracker
        .entities
        .into_iter()
        .map(|entity| DetectedSpeaker {
            name: entity.name,
            is_person: entity.sort == Sort::Person,
            mentions: entity.mentions,
        })
        .collect()
}

/// How many entities a pronoun can reach back over.
const MEMORY: usize = 64;

struct Tracker<'t> {
    text: &'t str,
    lexicon: &'static Lexicon,
    directory: Directory<'t>,
    entities: Vec<Entity<'t>>,
    /// Persons by surname, others by their phrase in lower case.
    by_name: QuickMap<String, Vec<usize>>,
    /// The entities mentioned of late, the latest last.
    last: Vec<usize>,
}

impl Tracker<'_> {
    /// The words of a range, read once more: those of a whole text would be too many to keep.
    fn tokens_in(&self, range: &Range<usize>) -> Vec<Token> {
        tokens(self.text, range.clone(), self.lexicon)
    }

    /// Who speaks in a clause without subject, where the language allows that: who spoke last.
    fn left_out(&mut self, attribution: &Attribution) -> Option<usize> {
        let cue = attribution.cue.first()?;
        let hearsay = |token: &Token| token.word.in_group(Words::Hearsay);
        if !self.lexicon.grammar.null_subject || self.tokens_in(cue).iter().any(hearsay) {
            return None;
        }
        self.last.last().copied()
    }

    /// The entity that a source names.
    fn entity(
        &mut self,
        source: &Range<usize>,
        antecedent: Option<&Range<usize>>,
    ) -> Option<usize> {
        let tokens = self.tokens_in(source);
        let first = tokens.first()?;
        let is = |group: Words| first.word.in_group(group);
        let reflexive = tokens
            .get(1)
            .is_some_and(|token| token.word.in_group(Words::Reflexive));
        if tokens.len() <= 2 && (is(Words::Relative) || reflexive && antecedent.is_some()) {
            let antecedent = self.tokens_in(antecedent?);
            let index = self.named(&antecedent)?;
            return Some(self.mention(index, source, &tokens));
        }
        if tokens.len() == 1 || reflexive {
            if is(Words::Unnamed) {
                return None;
            }
            let (he, she, they) = (is(Words::He), is(Words::She), is(Words::They));
            let subject = self.subject_since(source.start, gender_of_pronoun(first));
            let index = if subject.is_some() {
                subject
            } else if he {
                self.recent(|entity| entity.sort == Sort::Person && entity.gender != Gender::She)
            } else if she {
                self.recent(|entity| entity.sort == Sort::Person && entity.gender != Gender::He)
            } else if they {
                self.recent(|entity| entity.sort == Sort::Group)
            } else {
                None
            };
            let index = index.or_else(|| self.named_before(source.start, first));
            if let Some(index) = index {
                self.learn_gender(index, first);
                return Some(self.mention(index, source, &tokens));
            }
            if he || she || they {
                return None;
            }
        }
        if is(Words::Nobody) {
            return None;
        }
        let index = self.named(&tokens)?;
        Some(self.mention(index, source, &tokens))
    }

    /// The speaker whom the sentences since the last statement are about: «Mrs Holm laughed. "...," she said.»
    fn subject_since(&self, place: usize, gender: Gender) -> Option<usize> {
        const REACH: usize = 600;
        let last = self.entities.get(*self.last.last()?)?;
        let from = last.mentions.last()?.end;
        let close = from < place && place - from < REACH && gender != Gender::Unknown;
        let since = close.then(|| self.tokens_in(&(from..place)))?;
        let known = self.by_name.get(last_subject(self.text, &since)?)?;
        known.iter().rev().copied().find(|index| {
            self.entities.get(*index).is_some_and(|entity| {
                entity.sort == Sort::Person
                    && (entity.gender == gender || entity.gender == Gender::Unknown)
            })
        })
    }

    /// The person whom a pronoun means when no speaker fits: one named nearby, or an office.
    fn named_before(&mut self, place: usize, pronoun: &Token) -> Option<usize> {
        let gender = gender_of_pronoun(pronoun);
        if gender == Gender::Unknown {
            return None;
        }
        if let Some(name) = self.directory.before(place, gender) {
            return Some(self.person(name, &[], Vec::new()));
        }
        let before = self.tokens_in(&(near(self.text, place)..place));
        let office = before.windows(2).rev().take(60).find(|pair| {
            matches!(pair, [article, office] if office.is(part::ROLE)
                && article.plays(self.text, self.lexicon, "the"))
        })?;
        self.named(office)
    }

    fn learn_gender(&mut self, index: usize, pronoun: &Token) {
        let gender = gender_of_pronoun(pronoun);
        if let Some(entity) = self
            .entities
            .get_mut(index)
            .filter(|entity| entity.gender == Gender::Unknown)
        {
            entity.gender = gender;
        }
    }

    fn recent(&self, fits: impl Fn(&Entity) -> bool) -> Option<usize> {
        self.last
            .iter()
            .rev()
            .copied()
            .find(|index| self.entities.get(*index).is_some_and(&fits))
    }

    fn mention(&mut self, index: usize, source: &Range<usize>, tokens: &[Token]) -> usize {
        if let Some(entity) = self.entities.get_mut(index) {
            entity.mentions.push(source.clone());
            if tokens.len() > 1 && entity.words.len() < 40 {
                let telling =
                    |token: &&Token| token.is(part::NOUN | part::ADJECTIVE) || token.capital;
                let words = tokens.iter().filter(telling);
                entity
                    .words
                    .extend(words.map(|token| token.text(self.text)));
            }
        }
        self.last.retain(|other| *other != index);
        if self.last.len() >= MEMORY {
            self.last.remove(0);
        }
        self.last.push(index);
        index
    }

    /// The entity of a noun phrase, an old one or a new one.
    fn named(&mut self, tokens: &[Token]) -> Option<usize> {
        let head = head(self.text, tokens, self.lexicon);
        let text = self.text;
        // "the mayor's allies" have no mayor's office.
        let owns = |at: usize| {
            let next = tokens.get(at + 1);
            next.is_some_and(|next| matches!(next.text(text), "'s" | "’s"))
        };
        let office = |token: &Token| {
            token.is(part::ROLE) && (!name_token(token, text) || token.is(part::TITLE))
        };
        let roles: Vec<String> = tokens
            .iter()
            .enumerate()
            .filter(|(at, token)| office(token) && !owns(*at))
            .map(|(_, token)| token.text(text).to_lowercase())
            .collect();
        let person = person(self.text, head, &self.directory)
            .or_else(|| appositive(self.text, tokens, head.len(), &self.directory));
        // "The housing association, Northgate Homes,": a body is named, no person.
        let body = head.len() < tokens.len() && head.last().is_some_and(|word| word.is(part::BODY));
        match person {
            Some(name) if body => Some(self.body(name)),
            Some(name) => Some(self.person(name, head, roles)),
            None => self.described(head, roles),
        }
    }

    fn body(&mut self, name: &str) -> usize {
        let known = self.by_name.get(&key(name, Sort::Group));
        match known.and_then(|known| known.first().copied()) {
            Some(index) => index,
            None => self.add(name.to_string(), Sort::Group, Gender::Unknown, Vec::new()),
        }
    }

    fn person(&mut self, name: &str, head: &[Token], roles: Vec<String>) -> usize {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let same = |entity: &Entity| {
            entity.sort == Sort::Person
                && (entity.name == name || !name.contains(' ') || !entity.name.contains(' '))
        };
        let found = self.by_name.get(last).and_then(|known| {
            known
                .iter()
                .rev()
                .copied()
                .find(|index| self.entities.get(*index).is_some_and(same))
        });
        let gender = || {
            let words = head.iter().map(|token| token.text(self.text));
            gender_of(words.chain(name.split(' ')), self.lexicon)
        };
        match found {
            Some(index) => {
                if let Some(entity) = self.entities.get_mut(index) {
                    if name.len() > entity.name.len() {
                        entity.name = name.to_string();
                    }
                    if entity.gender == Gender::Unknown {
                        entity.gender = gender();
                    }
                    for role in roles {
                        if !entity.roles.contains(&role) {
                            entity.roles.push(role);
                        }
                    }
                }
                index
            }
            None => self.add(name.to_string(), Sort::Person, gender(), roles),
        }
    }

    fn add(&mut self, name: String, sort: Sort, gender: Gender, roles: Vec<String>) -> usize {
        let index = self.entities.len();
        self.by_name
            .entry(key(&name, sort))
            .or_default()
            .push(index);
        self.entities.push(Entity {
            name,
            sort,
            gender,
            roles,
            words: Vec::new(),
            mentions: Vec::new(),
        });
        index
    }

    /// A speaker without a personal name: "the spokesman", "officials", "the Pentagon".
    fn described(&mut self, head: &[Token], roles: Vec<String>) -> Option<usize> {
        let definite = head.first().is_some_and(|token| {
            token.plays(self.text, self.lexicon, "the")
                || token.plays(self.text, self.lexicon, "that")
                || token.plays(self.text, self.lexicon, "this")
        });
        let role = head
            .last()
            .filter(|token| token.is(part::ROLE))
            .map(|token| token.text(self.text).to_lowercase());
        if let Some(role) = role.as_ref().filter(|_| definite) {
            // The latest person fits when nothing else is known of them, or the office is theirs.
            let plain = head.len() == 2;
            let latest = self.last.last().copied().filter(|index| {
                plain
                    && self.entities.get(*index).is_some_and(|entity| {
                        entity.sort == Sort::Person
                            && entity.roles.is_empty()
                            && entity.name.chars().next().is_some_and(char::is_uppercase)
                            && bare(entity, self.lexicon)
                    })
            });
            let modifiers: Vec<String> = head
                .get(1..head.len().saturating_sub(1))
                .unwrap_or_default()
                .iter()
                .map(|token| token.text(self.text).to_lowercase())
                .collect();
            let found = latest.or_else(|| {
                self.recent(|entity| {
                    entity
                        .roles
                        .iter()
                        .any(|own| self.lexicon.same_role(own, role))
                        && modifiers.iter().all(|word| entity.is_called(word))
                })
            });
            if found.is_some() {
                return found;
            }
        }
        let name = phrase_name(self.text, head, self.lexicon)?;
        let known = |sort: Sort| {
            self.by_name.get(&key(name, sort)).and_then(|known| {
                known.iter().copied().find(|index| {
                    self.entities
                        .get(*index)
                        .is_some_and(|entity| entity.name.eq_ignore_ascii_case(name))
                })
            })
        };
        if let Some(index) = known(Sort::Group).or_else(|| known(Sort::Person)) {
            return Some(index);
        }
        let sort = if role.is_some() {
            Sort::Person
        } else {
            Sort::Group
        };
        let gender = gender_of(head.iter().map(|token| token.text(self.text)), self.lexicon);
        Some(self.add(name.to_string(), sort, gender, roles))
    }
}
