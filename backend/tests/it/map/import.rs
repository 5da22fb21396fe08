//! Figures from files: what becomes of each row, and that nothing is half imported.

use std::path::Path;
use std::process::Output;

use backend::entity::invitee_figure;
use backend::features::map::{Verdict, figure_file, import_figures, seed_figures};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};

use super::{GOOD, file, import, listed};
use crate::support::{TestApp, migrated, run};

async fn stored(t: &TestApp) -> Vec<invitee_figure::Model> {
    let rows = invitee_figure::Entity::find().order_by_asc(invitee_figure::Column::Id);
    rows.all(&t.app.db.write).await.unwrap()
}

#[tokio::test]
async fn rows_are_added_replaced_or_unchanged() {
    use Verdict::{Added, Replaced, Unchanged};
    let t = TestApp::new().await;
    let before = stored(&t).await.len();
    let group = ",Pacific islands,2015,2016,all,12,approximate,A report,\"With, a note\"";
    assert_eq!(import(&t, &[GOOD, group]).await, [Added, Added]);
    assert_eq!(import(&t, &[GOOD, group]).await, [Unchanged, Unchanged]);
    let (surer, other_years) = (
        ",Pacific islands,2015,2016,all,13,exact,A later report,",
        "FR,France,2015,2016,all,7,exact,A report,",
    );
    assert_eq!(
        import(&t, &[other_years, surer, GOOD]).await,
        [Added, Replaced, Unchanged]
    );
    assert_eq!(stored(&t).await.len(), before + 3);
    let list = listed(&t, "from=2015&to=2016").await;
    let islands = list
        .figures
        .iter()
        .find(|figure| figure.group.as_deref() == Some("Pacific islands"))
        .unwrap();
    assert_eq!(
        (islands.invitees, islands.source.as_str(), &islands.note),
        (13, "A later report", &None)
    );
}

#[tokio::test]
async fn an_import_that_fails_half_way_leaves_nothing_behind() {
    let t = TestApp::new().await;
    let before = stored(&t).await;
    let replaced = ",All,2014,2014,all,2946,exact,A correction,";
    let mut rows = figure_file::read(file(&[replaced, GOOD]).as_bytes()).unwrap();
    // No file can say this, and the database refuses it.
    rows.extend(rows.last().cloned());
    assert!(import_figures(&t.app.db, &rows).await.is_err());
    assert_eq!(stored(&t).await, before);
    rows.pop();
    assert_eq!(
        import_figures(&t.app.db, &rows).await.unwrap(),
        [Verdict::Replaced, Verdict::Added],
        "the control"
    );
}

#[tokio::test]
async fn the_program_s_own_figures_are_added_once_and_leave_others_as_they_are() {
    let t = TestApp::new().await;
    let replaced = ",All,2014,2014,all,2946,exact,A correction,";
    assert_eq!(import(&t, &[replaced]).await, [Verdict::Replaced]);
    let before = stored(&t).await;
    seed_figures(&t.app.db).await.unwrap();
    assert_eq!(stored(&t).await, before);
    let one = &before[7];
    invitee_figure::Entity::delete_by_id(one.id)
        .exec(&t.app.db.write)
        .await
        .unwrap();
    seed_figures(&t.app.db).await.unwrap();
    let after = stored(&t).await;
    let added = after.last().unwrap();
    assert_eq!(after.len(), before.len());
    assert_eq!(
        *added,
        invitee_figure::Model {
            id: added.id,
            ..one.clone()
        },
        "what is missing comes back"
    );
    let own = figure_file::read(include_bytes!("../../../data/invitee_figures.csv")).unwrap();
    let verdicts = import_figures(&t.app.db, &own).await.unwrap();
    let others = verdicts.iter().filter(|verdict| **verdict != Verdict::Unchanged);
    assert_eq!(others.count(), 1, "the correction");
}

#[tokio::test]
async fn the_database_itself_has_one_published_figure_for_a_place_and_its_years() {
    let t = TestApp::new().await;
    for kind in ["exact", "demo"] {
        let row = |source: &str| invitee_figure::ActiveModel {
            group_name: Set(Some("Pacific islands".into())),
            fiscal_year_from: Set(2015),
            fiscal_year_to: Set(2015),
            scope: Set("all".into()),
            kind: Set(kind.into()),
            invitees: Set(7),
            source: Set(source.into()),
            ..Default::default()
        };
        let write = async |source| invitee_figure::Entity::insert(row(source)).exec(&t.app.db.write).await;
        write("first").await.unwrap();
        assert!(write("second").await.is_err(), "{kind}");
    }
}

fn import_file(folder: &Path, text: &str) -> Output {
    std::fs::write(folder.join("figures.csv"), text).unwrap();
    run(folder, &["import", "figures", "figures.csv"])
}

#[test]
fn the_command_prints_what_became_of_each_row_or_imports_nothing() {
    let folder = migrated();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (corrected, bad) = (
        ",All,2014,2014,all,2946,exact,A correction,",
        "FR,France,2016,2016,all,-7,exact,R,",
    );
    let output = import_file(folder.path(), &file(&[GOOD, bad, corrected]));
    assert!(!output.status.success() && output.stdout.is_empty());
    let said = text(&output.stderr);
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "line 3, invitees: -7 is negative",
            "sakura-club: nothing was imported from figures.csv (problems: 1)"
        ]
    );
    // Had a good row of the bad file been imported, it would be unchanged now.
    let output = import_file(
        folder.path(),
        &file(&[GOOD, corrected, ",ASEAN,2018,2018,supporters,26,exact,R,"]),
    );
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(
        text(&output.stdout).lines().collect::<Vec<_>>(),
        [
            "line 2, FR 2015-2015 all 7: added",
            "line 3, All 2014-2014 all 2946: replaced",
            "line 4, ASEAN 2018-2018 supporters 26: replaced",
            "total: 1 added, 2 replaced, 0 unchanged"
        ]
    );
    assert!(run(folder.path(), &["migrate"]).status.success());
    let output = import_file(folder.path(), &file(&[GOOD, corrected]));
    assert!(
        text(&output.stdout).ends_with("total: 0 added, 0 replaced, 2 unchanged\n"),
        "migrating left it"
    );
    let missing = run(folder.path(), &["import", "figures", "nothing.csv"]);
    assert!(text(&missing.stderr).starts_with("sakura-club: cannot read nothing.csv: "));
    assert!(!missing.status.success());
}
