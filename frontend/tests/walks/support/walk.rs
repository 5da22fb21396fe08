//! One walk: a browser of its own, at most two at a time, and the picture of the page when it fails.

use std::any::{Any, type_name_of_val};
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::task::Poll;

use tokio::sync::Semaphore;

use super::failed;
use super::stage::stage;
use super::{Page, Size};

/// Browsers at a time: the machine has two cores.
const SEATS: u32 = 2;
static FREE: Semaphore = Semaphore::const_new(SEATS as usize);

/// A walk through the shared server's site.
pub(crate) async fn walk(size: Size, story: impl AsyncFnOnce(&Page)) {
    let _seat = FREE.acquire().await.unwrap();
    tell(&stage().server.origin(), size, story).await;
}

/// The same with the whole machine to itself, for what is measured.
pub(crate) async fn walk_alone(size: Size, story: impl AsyncFnOnce(&Page)) {
    let _seats = FREE.acquire_many(SEATS).await.unwrap();
    tell(&stage().server.origin(), size, story).await;
}

/// A walk through another server's site.
pub(crate) async fn walk_on(origin: &str, size: Size, story: impl AsyncFnOnce(&Page)) {
    let _seat = FREE.acquire().await.unwrap();
    tell(origin, size, story).await;
}

async fn tell<S: AsyncFnOnce(&Page)>(origin: &str, size: Size, story: S) {
    let name = type_name_of_val(&story).replace("::{{closure}}", "");
    let page = Page::open(origin, size).await;
    let told = caught(async {
        story(&page).await;
        page.check_traffic().await;
    });
    let told = told.await;
    if told.is_err() {
        failed::record(&page, &name).await;
    }
    let closed = page.driver.quit().await;
    if let Err(panic) = told {
        resume_unwind(panic);
    }
    closed.unwrap();
}

/// The end of a future, or the panic that ended it.
async fn caught(future: impl Future<Output = ()>) -> Result<(), Box<dyn Any + Send>> {
    let mut future = pin!(future);
    poll_fn(
        |context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(())) => Poll::Ready(Ok(())),
            Err(panic) => Poll::Ready(Err(panic)),
        },
    )
    .await
}
