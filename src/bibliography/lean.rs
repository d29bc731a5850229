//! A style without what only a whole bibliography can have: numbers, order, dashes for repeated
//! authors.

use hayagriva::citationberg::taxonomy::{
    NumberOrPageVariable, NumberVariable, StandardVariable, Variable,
};
use hayagriva::citationberg::{
    self, Bibliography, Choose, IndependentStyle, LayoutRenderingElement, NamesChild, TextTarget,
};

/// Makes a style print each source by itself, as one line.
///
/// A style with a field that is set apart (`second-field-align`) must not set it apart: Hayagriva
/// takes away the first piece that is marked in any way, which for Vancouver are the authors. The
/// citations, which nobody reads, are emptied: that spares two of three renderings.
pub(super) fn lean(mut style: IndependentStyle) -> IndependentStyle {
    let layout = style.citation.layout.clone();
    let bibliography = style
        .bibliography
        .get_or_insert_with(|| Bibliography::with_layout(layout));
    bibliography.second_field_align = None;
    bibliography.subsequent_author_substitute = None;
    bibliography.sort = None;
    tidy(&mut bibliography.layout.elements);
    for part in &mut style.macros {
        tidy(&mut part.children);
    }
    style.citation.layout.elements.clear();
    style
}

/// Takes out what prints a number or label of the source, and the groups that are empty then. Puts
/// a `cs:name` among the children of names that have others: where it is left out, as Vancouver
/// does, Hayagriva prints no names.
fn tidy(elements: &mut Vec<LayoutRenderingElement>) {
    elements.retain_mut(|element| match element {
        LayoutRenderingElement::Text(text) => !matches!(
            text.target,
            TextTarget::Variable {
                var: Variable::Number(NumberVariable::CitationNumber)
                    | Variable::Standard(StandardVariable::CitationLabel),
                ..
            }
        ),
        LayoutRenderingElement::Number(number) => {
            number.variable != NumberOrPageVariable::Number(NumberVariable::CitationNumber)
        }
        LayoutRenderingElement::Group(group) => {
            tidy(&mut group.children);
            !group.children.is_empty()
        }
        LayoutRenderingElement::Choose(choose) => {
            branches(choose, tidy);
            true
        }
        LayoutRenderingElement::Names(names) => {
            let prints = |child: &NamesChild| matches!(child, NamesChild::Name(_));
            if !names.children.is_empty() && !names.children.iter().any(prints) {
                let name = NamesChild::Name(citationberg::Name::default());
                names.children.insert(0, name);
            }
            true
        }
        _ => true,
    });
}

/// Does something to the content of every branch.
fn branches(choose: &mut Choose, mut change: impl FnMut(&mut Vec<LayoutRenderingElement>)) {
    change(&mut choose.if_.children);
    for branch in &mut choose.else_if {
        change(&mut branch.children);
    }
    if let Some(otherwise) = &mut choose.otherwise {
        change(&mut otherwise.children);
    }
}
