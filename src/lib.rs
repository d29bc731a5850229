//! Ascribe: annotated briefs in, a static briefing site out.

// ground
pub mod text;
pub mod report;
