//! Keeps what viewers may see for a while: somebody who types asks many times in a row, and most people are nobody
//! in particular.

use std::sync::Arc;

use quick_cache::sync::Cache;
use shared::ids::MemberId;

use super::Index;
use super::audience::Sight;

/// Viewers whose sight is kept.
const VIEWERS: usize = 64;

/// The sights of the latest viewers, valid for one version of the index.
#[derive(Debug)]
pub(in super::super) struct SightCache(Cache<Option<MemberId>, (u64, Arc<Sight>)>);

impl Default for SightCache {
    fn default() -> Self {
        Self(Cache::new(VIEWERS))
    }
}

impl SightCache {
    /// What a viewer may see of this index.
    pub(in super::super) fn get(&self, index: &Index, viewer: Option<MemberId>) -> Arc<Sight> {
        if let Some((version, sight)) = self.0.get(&viewer)
            && version == index.version()
        {
            return sight;
        }
        let sight = Arc::new(index.sight(viewer));
        self.0.insert(viewer, (index.version(), Arc::clone(&sight)));
        sight
    }
}
