//! Reads the lines of the lexicon files (`lexicon/README.md` tells their formats).

use super::grammar::Grammar;
use super::groups::Words;
use super::inflect::{self, Form};
use super::language::Files;
use super::lexicon::{Abbreviation, CUE, Cue, Gender, Lexicon, frame, part};
use super::lower::Key;
use super::types::{Act, Class};

impl Lexicon {
    /// Reads every file of a language.
    pub(crate) fn read(&mut self, files: &'static Files) {
        let (grammar, rule_words) = Grammar::read(groups(files.grammar));
        self.grammar = grammar;
        #[expect(clippy::iter_over_hash_type, reason = "each word is entered by itself")]
        for (word, index) in rule_words {
            self.add(word, 0).rule = index;
        }
        self.read_words(files.words);
        self.read_words(files.people);
        self.read_common_verbs(files.common_verbs);
        self.first_adjective = usize::MAX;
        self.read_cues(files.verbs, true);
        self.read_cues(files.nouns, false);
        self.first_adjective = self.nouns.len();
        self.read_cues(files.adjectives, false);
        self.read_hedges(files.hedges);
        self.read_abbreviations(files.abbreviations);
        self.read_names(files.names);
        self.read_outlets(files.outlets);
        self.read_groups(files.groups);
        self.mark_cues();
    }

    /// Marks the words that the rules for statements begin from.
    fn mark_cues(&mut self) {
        let groups = Words::Account.bit()
            | Words::Hearsay.bit()
            | Words::View.bit()
            | Words::Measurement.bit();
        let translates = self.grammar.translates();
        #[expect(clippy::iter_over_hash_type, reason = "each word is marked by itself")]
        for (key, word) in &mut self.words {
            let per = if translates {
                self.grammar.meanings(word.rule).contains(&"per")
            } else {
                *key == Key::new(b"per")
            };
            if per
                || word.verb > 0
                || word.noun > 0
                || word.parts & part::ACCORDING != 0
                || word.groups & groups != 0
            {
                word.groups |= CUE;
            }
        }
    }

    fn read_abbreviations(&mut self, text: &str) {
        for (group, words) in groups(text) {
            let kind = match group {
                "title" => Abbreviation::Title,
                "capital" => Abbreviation::Capital,
                "number" => Abbreviation::Number,
                _ => Abbreviation::Any,
            };
            for word in words.split_whitespace() {
                self.abbreviations.insert(Key::new(word.as_bytes()), kind);
            }
        }
    }

    fn read_hedges(&mut self, text: &'static str) {
        for line in lines(text) {
            let words: Vec<&str> = line.split_whitespace().collect();
            if let Some(first) = words.first() {
                let next = u16::try_from(self.hedges.len() + 1).unwrap_or(0);
                let word = self.add(first, part::HEDGE);
                if word.hedge == 0 {
                    word.hedge = next;
                }
                let index = usize::from(word.hedge) - 1;
                self.hedges
                    .resize(self.hedges.len().max(index + 1), Vec::new());
                if let Some(group) = self.hedges.get_mut(index) {
                    group.push(words);
                }
            }
        }
        for group in &mut self.hedges {
            group.sort_by_key(|words| std::cmp::Reverse(words.len()));
        }
    }

    fn read_names(&mut self, text: &'static str) {
        for (group, words) in groups(text) {
            let gender = if group == "he" {
                Gender::He
            } else {
                Gender::She
            };
            for word in words.split_whitespace() {
                self.given_names
                    .entry(Key::new(word.as_bytes()))
                    .and_modify(|known| {
                        *known = if *known == gender {
                            gender
                        } else {
                            Gender::Unknown
                        }
                    })
                    .or_insert(gender);
            }
        }
    }

    fn read_outlets(&mut self, text: &'static str) {
        for (group, words) in groups(text) {
            match group {
                "name" => self.outlet_names.extend(words.split_whitespace()),
                "word" => self.outlet_words.extend(words.split_whitespace()),
                _ => {}
            }
        }
    }

    fn read_groups(&mut self, text: &'static str) {
        for (name, words) in groups(text) {
            if name == "same-role" {
                self.same_roles.push(words.split_whitespace().collect());
            } else if let Some(group) = Words::named(name) {
                for word in words.split_whitespace() {
                    self.add(word, 0).groups |= group.bit();
                }
            }
        }
    }

    fn read_words(&mut self, text: &str) {
        for (group, words) in groups(text) {
            let parts = part_of(group.trim());
            for word in words.split_whitespace() {
                self.add(word, parts);
            }
        }
    }

    fn read_common_verbs(&mut self, text: &str) {
        for line in lines(text) {
            // A line with semicolons is one verb with its forms.
            let whole = line.contains(';').then_some(line);
            let each = line.split_whitespace().filter(|_| whole.is_none());
            for verb in whole.into_iter().chain(each) {
                for (form, kind) in inflect::verb_forms(verb, &self.grammar.patterns) {
                    self.add(&form, form_bits(kind, verb.ends_with("=n")));
                }
            }
        }
    }

    fn read_cues(&mut self, text: &str, verbs: bool) {
        for line in lines(text) {
            let mut fields = line.split('|').map(str::trim);
            let (Some(forms), Some(class), Some(frames)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let lemma = inflect::lemma(forms, &self.grammar.patterns);
            let cue = read_cue(lemma, class, frames, fields.next().unwrap_or("says"));
            if verbs {
                self.verbs.push(cue);
                let index = u16::try_from(self.verbs.len()).unwrap_or(0);
                for (form, kind) in inflect::verb_forms(forms, &self.grammar.patterns) {
                    let word = self.add(&form, form_bits(kind, forms.ends_with("=n")));
                    // "found" is first a form of "find", "felt" of "feel": the first line wins.
                    if word.verb == 0 || kind == Form::Base {
                        word.verb = index;
                    }
                }
            } else {
                self.nouns.push(cue);
                let index = u16::try_from(self.nouns.len()).unwrap_or(0);
                let adjective = self.nouns.len() > self.first_adjective;
                for form in forms.split('/') {
                    self.add(
                        form,
                        if adjective {
                            part::ADJECTIVE
                        } else {
                            part::NOUN
                        },
                    )
                    .noun = index;
                }
            }
        }
    }
}

/// The lines that hold words: `name: words`.
fn groups(text: &str) -> impl Iterator<Item = (&str, &str)> {
    lines(text).filter_map(|line| line.split_once(':'))
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn form_bits(form: Form, also_noun: bool) -> u32 {
    let noun = if also_noun { part::NOUN } else { 0 };
    match form {
        Form::Base => part::BASE | noun,
        Form::Third => part::THIRD | noun,
        Form::Past => part::PAST,
        Form::Participle => part::PARTICIPLE,
        Form::Gerund => part::GERUND,
    }
}

fn read_cue(lemma: String, class: &str, frames: &str, act: &str) -> Cue {
    let mut cue = Cue {
        lemma,
        class: match class {
            "belief" => Class::Belief,
            "intent" => Class::Intent,
            "decree" => Class::Decree,
            _ => Class::Assertion,
        },
        act: match act {
            "denies" => Act::Denies,
            "declines" => Act::Declines,
            "predicts" => Act::Predicts,
            "judges" => Act::Judges,
            "concedes" => Act::Concedes,
            "corrects" => Act::Corrects,
            _ => Act::Says,
        },
        frames: 0,
        particles: Vec::new(),
        object_particles: Vec::new(),
    };
    for name in frames.split_whitespace() {
        cue.frames |= match name {
            "quote" => frame::QUOTE,
            "that" => frame::THAT,
            "only-that" => frame::ONLY_THAT,
            "wh" => frame::WH,
            "to" => frame::TO,
            "to-object" => frame::TO_OBJECT,
            "addressee" => frame::ADDRESSEE,
            "hearer" => frame::HEARER | frame::ADDRESSEE,
            "np" => frame::NP,
            "as" => frame::AS,
            "small" => frame::SMALL,
            "ing" => frame::ING,
            "in" | "on" | "with" | "at" | "by" | "for" | "of" | "about" | "over" | "against" => {
                cue.particles.push(name.to_string());
                0
            }
            "np-document" => frame::NP_DOCUMENT | frame::NP,
            "np-text" => frame::NP_TEXT | frame::NP,
            "raising" => frame::RAISING,
            other => {
                if let Some(word) = other.strip_prefix("object+") {
                    cue.object_particles.push(word.to_string());
                } else {
                    cue.particles
                        .push(other.trim_start_matches('+').to_string());
                }
                0
            }
        };
    }
    cue
}

fn part_of(group: &str) -> u32 {
    match group {
        "det" => part::DETERMINER,
        "pronoun" => part::PRONOUN,
        "object" => part::OBJECT,
        "possessive" => part::POSSESSIVE,
        "that" => part::THAT,
        "wh" => part::WH,
        "conjunction" => part::CONJUNCTION,
        "subordinator" => part::SUBORDINATOR,
        "preposition" => part::PREPOSITION,
        "to" => part::TO,
        "modal" => part::MODAL,
        "be" => part::BE,
        "have" => part::HAVE,
        "do" => part::DO,
        "negation" => part::NEGATION,
        "adverb" => part::ADVERB,
        "number" => part::NUMBER,
        "adjective" => part::ADJECTIVE,
        "noun" => part::NOUN,
        "time" => part::TIME,
        "according" => part::ACCORDING,
        "participle" => part::PARTICIPLE,
        "gerund" => part::GERUND,
        "title" => part::TITLE,
        "role" => part::ROLE | part::NOUN,
        "body" => part::BODY | part::NOUN,
        "document" => part::DOCUMENT | part::NOUN,
        "plural" => part::PLURAL | part::NOUN,
        _ => 0,
    }
}
