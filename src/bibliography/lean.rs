//! Styles as their two uses need them: for a source alone, and for the citations of a text.

use hayagriva::citationberg::taxonomy::{
    NumberOrPageVariable, NumberVariable, StandardVariable, Variable,
};
use hayagriva::citationberg::{
    self, Bibliography, Choose, IndependentStyle, LayoutRenderingElement, NamesChild, StyleClass,
    TextTarget,
};

/// Makes a style print each source by itself, as one line, without what only a whole bibliography
/// can have: numbers, order, dashes for repeated authors.
///
/// A style with a field that is set apart (`second-field-align`) must not set it apart: Hayagriva
/// takes away the first piece that is marked in any way, which for Vancouver are the authors. The
/// citations, which nobody reads, are emptied: that spares two of three renderings.
pub(super) fn lean(style: IndependentStyle) -> IndependentStyle {
    let mut style = with_names(style);
    let bibliography = plain_list(&mut style);
    bibliography.sort = None;
    tidy(&mut bibliography.layout.elements);
    for part in &mut style.macros {
        tidy(&mut part.children);
    }
    style.citation.layout.elements.clear();
    style
}

/// Makes a style ready for the citations of a text; entries stand as one line. Notes need nothing of
/// the list, which costs as much as they do.
pub(super) fn citing(style: IndependentStyle) -> IndependentStyle {
    let mut style = with_names(style);
    if style.settings.class == StyleClass::Note {
        style.bibliography = None;
    } else {
        plain_list(&mut style);
    }
    style
}

/// The layout of the list, of the citations where the style has none.
fn plain_list(style: &mut IndependentStyle) -> &mut Bibliography {
    let layout = style.citation.layout.clone();
    let bibliography = style
        .bibliography
        .get_or_insert_with(|| Bibliography::with_layout(layout));
    bibliography.second_field_align = None;
    bibliography.subsequent_author_substitute = None;
    bibliography
}

/// Lets names be printed everywhere.
fn with_names(mut style: IndependentStyle) -> IndependentStyle {
    name(&mut style.citation.layout.elements);
    if let Some(bibliography) = &mut style.bibliography {
        name(&mut bibliography.layout.elements);
    }
    for part in &mut style.macros {
        name(&mut part.children);
    }
    style
}

/// Puts a `cs:name` among the children of names that have others: where it is left out, as Vancouver
/// does, Hayagriva prints no names.
fn name(elements: &mut [LayoutRenderingElement]) {
    for element in elements {
        match element {
            LayoutRenderingElement::Group(group) => name(&mut group.children),
            LayoutRenderingElement::Choose(choose) => branches(choose, |inner| name(inner)),
            LayoutRenderingElement::Names(names) => {
                let prints = |child: &NamesChild| matches!(child, NamesChild::Name(_));
                if !names.children.is_empty() && !names.children.iter().any(prints) {
                    let name = NamesChild::Name(citationberg::Name::default());
                    names.children.insert(0, name);
                }
            }
            _ => {}
        }
    }
}

/// Takes out what prints a number or label of the source, and the groups that are empty then.
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
