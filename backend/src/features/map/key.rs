//! What tells one figure from another.

use shared::fields::{CountryCode, FiscalYear};
use shared::map::{Figure, Scope};

/// Place, years and scope: there is one published figure for each.
pub(super) type Key<'a> = (Option<CountryCode>, Option<&'a str>, FiscalYear, FiscalYear, Scope);

/// The key of a figure. In its order all countries/regions come first, then groups, then countries/regions.
pub(super) fn key(figure: &Figure) -> Key<'_> {
    let group = figure.group.as_deref();
    (figure.country, group, figure.from, figure.to, figure.scope)
}
