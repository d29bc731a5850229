//! Front matter in every style that an author may write.

use super::*;
use crate::suggest::apply::apply;

fn check(before: &str, after: &str) {
    let entries = [("holt", "Lena Holt"), ("us-officials", "US “officials”")];
    let found =
        insertion(before, &entries).unwrap_or_else(|| panic!("cannot be added to: {before}"));
    assert_eq!(apply(before, &[found]), after);
}

#[test]
fn entries_go_where_the_author_would_put_them() {
    let two = "  holt: {name: Lena Holt}\n  us-officials: {name: US “officials”}\n";
    let flow = "holt: {name: Lena Holt}, us-officials: {name: US “officials”}";
    check(
        "---\ntitle: T # c\n---\nB",
        &format!("---\ntitle: T # c\nspeakers:\n{two}---\nB"),
    );
    check(
        "---\nspeakers:\n  # People\n  a:\n    name: A\n    note: |\n      x\n\n      # y\n\n# next\ntitle: T\n---\n",
        &format!(
            "---\nspeakers:\n  # People\n  a:\n    name: A\n    note: |\n      x\n\n      # y\n{two}\n# next\ntitle: T\n---\n"
        ),
    );
    check(
        "---\nspeakers: {a: {name: A} }\ntitle: T\n---\n",
        &format!("---\nspeakers: {{{flow}, a: {{name: A}} }}\ntitle: T\n---\n"),
    );
    check(
        "---\nspeakers: {}\ntitle: T\n---\n",
        &format!("---\nspeakers: {{{flow}}}\ntitle: T\n---\n"),
    );
    check(
        "---\nspeakers: # none\ntitle: T\n---\n",
        &format!("---\nspeakers: # none\n{two}title: T\n---\n"),
    );
    check(
        "---\n{title: T}\n---\n",
        &format!("---\n{{speakers: {{{flow}}}, title: T}}\n---\n"),
    );
    check(
        "---\nspeakers: {\n  a: {name: A}, # c\n}\ntitle: T\n---\n",
        &format!("---\nspeakers: {{{flow}, \n  a: {{name: A}}, # c\n}}\ntitle: T\n---\n"),
    );
}
