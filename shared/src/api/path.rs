//! Path parameters: the values that fill a path's `{braces}`.

use serde::de::DeserializeOwned;

/// Values for the braces of a path, in order.
pub trait PathParams: DeserializeOwned + Send + 'static {
    /// The values as text; ids need no percent-encoding by construction.
    fn values(&self) -> Vec<String>;

    /// Fills the braces of `template`, one value for each.
    fn fill(&self, template: &str) -> String {
        let mut values = self.values().into_iter();
        let segments = template.split('/').map(|segment| {
            if segment.starts_with('{') {
                values.next().unwrap_or_default()
            } else {
                String::from(segment)
            }
        });
        segments.collect::<Vec<_>>().join("/")
    }
}

impl PathParams for () {
    fn values(&self) -> Vec<String> {
        Vec::new()
    }
}

impl<A: PathParams, B: PathParams> PathParams for (A, B) {
    fn values(&self) -> Vec<String> {
        [self.0.values(), self.1.values()].concat()
    }
}
