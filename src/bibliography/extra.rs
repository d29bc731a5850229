//! What is known of a source beside its bibliographic description.

/// What goes along with an entry into a bibliography file.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// The address of a kept copy, and the day on which it was made (ISO 8601).
    pub archived: Option<(String, Option<String>)>,
    /// Words that users filter by, such as `retracted`.
    pub keywords: Vec<&'static str>,
}
