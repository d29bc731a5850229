//! A style without what it cannot come to for the sources at hand.
//!
//! A style has branches for laws, maps and scores, and Hayagriva walks through many of them several
//! times for each piece that it prints. Where all sources at hand answer a question of the style
//! alike, what follows from the other answer is left out: what is printed stays the same.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use hayagriva::citationberg::taxonomy::{NameVariable, Variable};
use hayagriva::citationberg::{
    Choose, ChooseBranch, ChooseMatch, CslMacro, ElseBranch, Group, IndependentStyle,
    LayoutRenderingElement, Names, NamesChild, Sort, SortKey, TextTarget,
};

use super::entry::Entry;
use super::questions::{Answers, Questions, unasked};

/// How many cuts of one style are kept: sources that answer alike share one.
const KEPT: usize = 100;

/// A style, and what is left of it for sources.
#[derive(Debug)]
pub(super) struct Cuts {
    whole: IndependentStyle,
    /// The style without its elements.
    bare: IndependentStyle,
    questions: Questions,
    kept: Mutex<HashMap<Vec<bool>, Arc<IndependentStyle>>>,
}

impl Cuts {
    pub(super) fn new(whole: IndependentStyle) -> Self {
        let bare = bare(&whole);
        Self {
            questions: Questions::of(&whole, &bare),
            kept: Mutex::default(),
            bare,
            whole,
        }
    }

    /// The style as it was given.
    pub(super) fn whole(&self) -> &IndependentStyle {
        &self.whole
    }

    /// What is left of the style for these sources.
    pub(super) fn cut(&self, entries: &[&Entry]) -> Arc<IndependentStyle> {
        let asked = entries.iter().map(|entry| self.questions.ask(entry));
        let mut answers: Vec<Vec<bool>> = asked.collect();
        answers.sort_unstable();
        answers.dedup();
        let cut = |answers: &[Vec<bool>]| Arc::new(self.made(&self.questions.answers(answers)));
        let [alike] = answers.as_slice() else {
            return cut(&answers);
        };
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept().get(alike) {
            return Arc::clone(found);
        }
        let made = cut(&answers);
        let mut kept = kept();
        if kept.len() < KEPT {
            kept.insert(alike.clone(), Arc::clone(&made));
        }
        made
    }

    fn made(&self, answers: &Answers) -> IndependentStyle {
        let mut cutter = Cutter {
            answers,
            called: Vec::new(),
        };
        let mut style = self.bare.clone();
        style.citation.layout.elements = cutter.list(&self.whole.citation.layout.elements);
        cutter.sorted(self.whole.citation.sort.as_ref());
        if let (Some(cut), Some(whole)) = (&mut style.bibliography, &self.whole.bibliography) {
            cut.layout.elements = cutter.list(&whole.layout.elements);
            cutter.sorted(whole.sort.as_ref());
        }
        let parts = self
            .whole
            .macros
            .iter()
            .map(|part| (part.name.as_str(), part));
        let parts: HashMap<&str, &CslMacro> = parts.rev().collect();
        let mut there = HashSet::new();
        while let Some(name) = cutter.called.pop() {
            if let Some(part) = parts.get(name).filter(|_| there.insert(name)) {
                style.macros.push(CslMacro {
                    name: part.name.clone(),
                    children: cutter.list(&part.children),
                });
            }
        }
        style
    }
}

fn bare(style: &IndependentStyle) -> IndependentStyle {
    let mut bare = style.clone();
    bare.macros.clear();
    bare.citation.layout.elements.clear();
    if let Some(bibliography) = &mut bare.bibliography {
        bibliography.layout.elements.clear();
    }
    bare
}

/// Takes over what can be printed, and notes the macros that it calls.
struct Cutter<'a, 'b> {
    answers: &'b Answers<'b>,
    called: Vec<&'a str>,
}

impl<'a> Cutter<'a, '_> {
    fn list(&mut self, elements: &'a [LayoutRenderingElement]) -> Vec<LayoutRenderingElement> {
        elements
            .iter()
            .filter_map(|one| self.element(one))
            .collect()
    }

    fn element(&mut self, element: &'a LayoutRenderingElement) -> Option<LayoutRenderingElement> {
        Some(match element {
            LayoutRenderingElement::Text(text) => {
                if let TextTarget::Macro { name } = &text.target {
                    self.called.push(name);
                }
                element.clone()
            }
            LayoutRenderingElement::Group(group) => {
                LayoutRenderingElement::Group(self.group(group))
            }
            LayoutRenderingElement::Names(names) => {
                LayoutRenderingElement::Names(self.names(names))
            }
            LayoutRenderingElement::Choose(choose) => {
                LayoutRenderingElement::Choose(self.choose(choose)?)
            }
            _ => element.clone(),
        })
    }

    fn group(&mut self, group: &'a Group) -> Group {
        Group {
            children: self.list(&group.children),
            font_style: group.font_style,
            font_variant: group.font_variant,
            font_weight: group.font_weight,
            text_decoration: group.text_decoration,
            vertical_align: group.vertical_align,
            prefix: group.prefix.clone(),
            suffix: group.suffix.clone(),
            delimiter: group.delimiter.clone(),
            display: group.display,
        }
    }

    /// Names; nothing stands in for those that are there.
    fn names(&mut self, names: &'a Names) -> Names {
        let mut cut = names.clone();
        let have = |name: &NameVariable| self.answers.have(Variable::Name(*name)) == Some(true);
        if names.variable.iter().any(have) {
            let stands_in = |child: &NamesChild| matches!(child, NamesChild::Substitute(_));
            cut.children.retain(|child| !stands_in(child));
        }
        for (child, whole) in cut.children.iter_mut().zip(&names.children) {
            if let (NamesChild::Substitute(child), NamesChild::Substitute(whole)) = (child, whole) {
                child.children = self.list(&whole.children);
            }
        }
        cut
    }

    fn choose(&mut self, choose: &'a Choose) -> Option<Choose> {
        let mut branches = Vec::new();
        let mut otherwise = choose.otherwise.as_ref().map(|last| &last.children);
        for branch in choose.branches() {
            match decided(branch, self.answers) {
                Some(false) => {}
                Some(true) => {
                    otherwise = Some(&branch.children);
                    break;
                }
                None => branches.push(ChooseBranch {
                    children: self.list(&branch.children),
                    ..conditions(branch, self.answers)
                }),
            }
        }
        let otherwise = otherwise.map(|children| self.list(children));
        let mut branches = branches.into_iter();
        Some(match (branches.next(), otherwise) {
            (Some(first), otherwise) => Choose {
                if_: first,
                else_if: branches.collect(),
                otherwise: otherwise.map(|children| ElseBranch { children }),
            },
            // Not the elements alone: a group treats what it holds itself in another way.
            (None, Some(children)) => Choose {
                if_: unasked(children),
                else_if: Vec::new(),
                otherwise: None,
            },
            (None, None) => return None,
        })
    }

    fn sorted(&mut self, sort: Option<&'a Sort>) {
        let keys = sort.iter().flat_map(|sort| &sort.keys);
        self.called.extend(keys.filter_map(|key| match key {
            SortKey::MacroName { name, .. } => Some(name.as_str()),
            SortKey::Variable { .. } => None,
        }));
    }
}

/// Whether a branch is taken, if the sources alone decide it.
fn decided(branch: &ChooseBranch, answers: &Answers) -> Option<bool> {
    // Hayagriva notes that it asked.
    if branch.disambiguate.is_some() {
        return None;
    }
    let kinds = branch.type_.iter().flatten().map(|kind| answers.is(*kind));
    let variables = branch.variable.iter().flatten();
    let variables = variables.map(|variable| answers.have(*variable));
    // What is there may be a number or not.
    let numbers = branch.is_numeric.iter().flatten();
    let numbers = numbers.map(|variable| answers.have(*variable).filter(|has| !has));
    let answers: Vec<Option<bool>> = kinds.chain(variables).chain(numbers).collect();
    let decides = Some(branch.match_ != ChooseMatch::All);
    let is_any = branch.match_ == ChooseMatch::Any;
    if answers.contains(&decides) {
        return Some(is_any);
    }
    let asks_more =
        branch.is_uncertain_date.is_some() || branch.locator.is_some() || branch.position.is_some();
    (!asks_more && answers.iter().all(Option::is_some)).then_some(!is_any)
}

/// The conditions of a branch without those whose answer is known and does not decide.
fn conditions(branch: &ChooseBranch, answers: &Answers) -> ChooseBranch {
    let neutral = Some(branch.match_ == ChooseMatch::All);
    let kinds = branch.type_.iter().flatten().copied();
    let variables = branch.variable.iter().flatten().copied();
    let numbers = branch.is_numeric.iter().flatten().copied();
    let kinds = kinds.filter(|kind| answers.is(*kind) != neutral);
    let variables = variables.filter(|variable| answers.have(*variable) != neutral);
    let numbers = numbers.filter(|one| neutral == Some(true) || answers.have(*one) != neutral);
    ChooseBranch {
        disambiguate: branch.disambiguate,
        is_numeric: Some(numbers.collect()),
        is_uncertain_date: branch.is_uncertain_date.clone(),
        locator: branch.locator.clone(),
        position: branch.position.clone(),
        type_: Some(kinds.collect()),
        variable: Some(variables.collect()),
        match_: branch.match_,
        children: Vec::new(),
    }
}
