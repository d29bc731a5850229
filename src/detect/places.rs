//! Tokens by their places in the text.

use super::tokens::Token;

/// The first token that begins at or after a byte; it is looked for first near where the last one was.
pub(crate) fn token_at(tokens: &[Token], byte: usize, near: &mut usize) -> usize {
    const BEHIND: usize = 128;
    const REACH: usize = 512;
    let before = |token: &Token| (token.start as usize) < byte;
    let window = tokens.get(*near..).unwrap_or_default();
    let window = window.get(..REACH).unwrap_or(window);
    let found = match window {
        [first, .., last] if before(first) && !before(last) => {
            *near + window.partition_point(before)
        }
        _ => tokens.partition_point(before),
    };
    *near = found.saturating_sub(BEHIND);
    found
}
