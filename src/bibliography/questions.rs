//! What a style asks of a source before it prints it, and what sources answer.

use std::collections::{HashMap, HashSet};

use hayagriva::citationberg::taxonomy::{Kind, NumberVariable, StandardVariable, Variable};
use hayagriva::citationberg::{
    Choose, ChooseBranch, ChooseMatch, ElseBranch, IndependentStyle, LayoutRenderingElement, Text,
    TextTarget,
};
use hayagriva::{CitationItem, CitationRequest, ElemChild, standalone_citation};

use super::entry::Entry;

/// What a style can ask of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Question {
    /// Is it of this kind?
    Kind(Kind),
    /// Does it have this?
    Variable(Variable),
}

/// The questions of a style.
#[derive(Debug)]
pub(super) struct Questions {
    /// Where in the list of answers each stands.
    places: HashMap<Question, usize>,
    /// A style that prints the place of each question that a source answers with yes.
    probe: IndependentStyle,
    /// What stands in for missing names may use these up, so that they are missing themselves from
    /// then on, whatever the source answers.
    spent: HashSet<Variable>,
}

/// What sources answer, where they all agree.
#[derive(Debug)]
pub(super) struct Answers<'a> {
    questions: &'a Questions,
    given: Vec<Option<bool>>,
}

impl Questions {
    /// Gathers the questions of a style. `bare` is the style without its elements.
    pub(super) fn of(style: &IndependentStyle, bare: &IndependentStyle) -> Self {
        let mut asked = Vec::new();
        each(style, &mut |element| match element {
            LayoutRenderingElement::Choose(choose) => {
                for branch in choose.branches() {
                    let kinds = branch.type_.iter().flatten();
                    asked.extend(kinds.map(|kind| Question::Kind(*kind)));
                    let variables = branch.variable.iter().chain(&branch.is_numeric).flatten();
                    asked.extend(variables.map(|variable| Question::Variable(*variable)));
                }
            }
            LayoutRenderingElement::Names(names) => {
                let names = names.variable.iter();
                asked.extend(names.map(|name| Question::Variable(Variable::Name(*name))));
            }
            _ => {}
        });
        let mut places = HashMap::new();
        asked.retain(|question| {
            let next = places.len();
            is_of_source(*question) && *places.entry(*question).or_insert(next) == next
        });
        let mut probe = bare.clone();
        probe.citation.sort = None;
        let layout = &mut probe.citation.layout;
        (layout.prefix, layout.suffix, layout.delimiter) = (None, None, None);
        layout.elements = asked.into_iter().enumerate().map(printed).collect();
        Self {
            places,
            probe,
            spent: spent(style),
        }
    }

    /// What one source answers to each question.
    pub(super) fn ask(&self, entry: &Entry) -> Vec<bool> {
        let item = CitationItem::with_entry(&entry.0);
        let request = CitationRequest::from_items(vec![item], &self.probe, &[]);
        let mut answers = vec![false; self.places.len()];
        for child in standalone_citation(request).0 {
            let ElemChild::Text(text) = child else {
                continue;
            };
            for place in text.text.split('q').filter_map(|one| one.parse().ok()) {
                let place: usize = place;
                answers[place] = true;
            }
        }
        answers
    }

    /// What several sources answer.
    pub(super) fn answers(&self, of: &[Vec<bool>]) -> Answers<'_> {
        let agree = |place: usize| {
            let first = *of.first()?.get(place)?;
            of.iter().all(|one| one[place] == first).then_some(first)
        };
        Answers {
            questions: self,
            given: (0..self.places.len()).map(agree).collect(),
        }
    }
}

impl Answers<'_> {
    /// Whether the sources are of a kind, if that is known.
    pub(super) fn is(&self, kind: Kind) -> Option<bool> {
        self.given(Question::Kind(kind))
    }

    /// Whether the sources have something, if that is known wherever in the style it is asked.
    pub(super) fn have(&self, variable: Variable) -> Option<bool> {
        self.given(Question::Variable(variable))
            .filter(|has| !has || !self.questions.spent.contains(&variable))
    }

    fn given(&self, question: Question) -> Option<bool> {
        self.given[*self.questions.places.get(&question)?]
    }
}

/// Whether it is the source that answers, and not the place where it is cited.
fn is_of_source(question: Question) -> bool {
    !matches!(
        question,
        Question::Variable(
            Variable::Number(
                NumberVariable::CitationNumber
                    | NumberVariable::FirstReferenceNoteNumber
                    | NumberVariable::Locator
            ) | Variable::Standard(StandardVariable::CitationLabel | StandardVariable::YearSuffix)
        )
    )
}

/// Prints the place of a question if the answer is yes.
fn printed((place, question): (usize, Question)) -> LayoutRenderingElement {
    // Between letters, since a style does not print twice what has none.
    let val = format!("q{place}q");
    let text = LayoutRenderingElement::Text(Text::with_target(TextTarget::Value { val }));
    let mut branch = unasked(vec![text]);
    match question {
        Question::Kind(kind) => branch.type_ = Some(vec![kind]),
        Question::Variable(variable) => branch.variable = Some(vec![variable]),
    }
    LayoutRenderingElement::Choose(Choose {
        if_: branch,
        else_if: Vec::new(),
        otherwise: None,
    })
}

/// A branch that asks nothing, and so is always taken.
pub(super) fn unasked(children: Vec<LayoutRenderingElement>) -> ChooseBranch {
    ChooseBranch {
        disambiguate: None,
        is_numeric: None,
        is_uncertain_date: None,
        locator: None,
        position: None,
        type_: None,
        variable: None,
        match_: ChooseMatch::All,
        children,
    }
}

/// Visits every element of a style.
pub(super) fn each<'a>(
    style: &'a IndependentStyle,
    visit: &mut impl FnMut(&'a LayoutRenderingElement),
) {
    below(&style.citation.layout.elements, visit);
    if let Some(bibliography) = &style.bibliography {
        below(&bibliography.layout.elements, visit);
    }
    for part in &style.macros {
        below(&part.children, visit);
    }
}

/// Visits elements and those inside them.
fn below<'a>(
    elements: &'a [LayoutRenderingElement],
    visit: &mut impl FnMut(&'a LayoutRenderingElement),
) {
    for element in elements {
        visit(element);
        match element {
            LayoutRenderingElement::Group(group) => below(&group.children, visit),
            LayoutRenderingElement::Choose(choose) => {
                choose
                    .branches()
                    .for_each(|branch| below(&branch.children, visit));
                if let Some(ElseBranch { children }) = &choose.otherwise {
                    below(children, visit);
                }
            }
            LayoutRenderingElement::Names(names) => {
                if let Some(substitute) = names.substitute() {
                    below(&substitute.children, visit);
                }
            }
            _ => {}
        }
    }
}

/// All that the substitutes of a style print or ask for, in themselves or in a macro.
fn spent(style: &IndependentStyle) -> HashSet<Variable> {
    let mut lists: Vec<&[LayoutRenderingElement]> = Vec::new();
    each(style, &mut |element| {
        if let LayoutRenderingElement::Names(names) = element
            && let Some(substitute) = names.substitute()
        {
            lists.push(&substitute.children);
        }
    });
    let mut spent = HashSet::new();
    let mut called: HashSet<&str> = HashSet::new();
    while let Some(list) = lists.pop() {
        below(list, &mut |element| match element {
            LayoutRenderingElement::Text(text) => match &text.target {
                TextTarget::Variable { var, .. } => {
                    spent.insert(*var);
                }
                TextTarget::Macro { name } if called.insert(name) => {
                    let part = style.macros.iter().find(|part| part.name == *name);
                    lists.extend(part.map(|part| part.children.as_slice()));
                }
                _ => {}
            },
            LayoutRenderingElement::Number(number) => {
                spent.insert(number.variable.into());
            }
            LayoutRenderingElement::Label(label) => {
                spent.insert(label.variable.into());
            }
            LayoutRenderingElement::Date(date) => spent.extend(date.variable.map(Variable::Date)),
            LayoutRenderingElement::Names(names) => {
                spent.extend(names.variable.iter().map(|name| Variable::Name(*name)));
            }
            LayoutRenderingElement::Choose(choose) => {
                for branch in choose.branches() {
                    spent.extend(branch.variable.iter().chain(&branch.is_numeric).flatten());
                }
            }
            LayoutRenderingElement::Group(_) => {}
        });
    }
    spent
}
