//! Fills the closed lists: countries/regions (CLDR 48), programmes (the programme's brochure) and fields of science.

use sea_orm_migration::prelude::*;

const COUNTRIES: &str = include_str!("../../data/countries.csv");
const PROGRAMMES: [&str; 9] = [
    "open_a",
    "open_b",
    "open_c",
    "open_d",
    "high_school",
    "supporters",
    "lotus",
    "nexus_young_talents",
    "nexus_leadership",
];
const FIELDS: [&str; 20] = [
    "agriculture",
    "ai",
    "astronomy",
    "biology",
    "chemistry",
    "civil_engineering",
    "computer_science",
    "earth_science",
    "electronics",
    "energy",
    "environment",
    "food",
    "marine",
    "materials",
    "mathematics",
    "mechanical_engineering",
    "medicine",
    "nanotechnology",
    "physics",
    "robotics",
];

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = ["code", "alpha3", "numeric", "region", "subregion", "name_en", "name_ja"];
        let mut countries = Query::insert();
        countries.into_table("country").columns(columns);
        for row in COUNTRIES.lines().skip(1) {
            countries
                .values(cells(row).into_iter().map(Expr::value))
                .map_err(|error| DbErr::Custom(error.to_string()))?;
        }
        manager.execute(countries).await?;
        for (table, codes) in [
            ("programme", PROGRAMMES.as_slice()),
            ("field_of_science", FIELDS.as_slice()),
        ] {
            let mut rows = Query::insert();
            rows.into_table(table).columns(["code", "position"]);
            for (position, code) in (1_i32..).zip(codes) {
                rows.values([Expr::value(*code), Expr::value(position)])
                    .map_err(|error| DbErr::Custom(error.to_string()))?;
            }
            manager.execute(rows).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["field_of_science", "programme", "country"] {
            manager.execute(Query::delete().from_table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// The cells of a CSV row; a cell with a comma stands in quotes.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for character in row.chars() {
        match (character, is_quoted, cells.last_mut()) {
            ('"', _, _) => is_quoted = !is_quoted,
            (',', false, _) => cells.push(String::new()),
            (_, _, Some(cell)) => cell.push(character),
            (_, _, None) => {}
        }
    }
    cells
}
